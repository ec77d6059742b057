import { PublicError, RETRY_AFTER_SECONDS } from '@mtg/service-kit';

/** More than a street's whole staff at once; beyond it, waiting would outlast every client's patience. */
const LONGEST = 1000;

/** More than one person, or one system of a department, has to do at once. */
const MOST_OF_ONE = 100;

/** Longer than a client waits for its answer. */
const LONGEST_WAIT_MS = 10_000;

/** A task was not run: nothing of it has been done, nor will be. */
export class CrowdedError extends PublicError {
  constructor() {
    super(
      'OVERLOADED',
      '操作过多，请稍后用同一个 Idempotency-Key 重试 · Too many commands at once; try again later with the same Idempotency-Key',
      { retryAfterSeconds: RETRY_AFTER_SECONDS },
    );
  }
}

interface Waiting {
  readonly since: number;
  readonly run: () => Promise<void>;
  readonly refuse: (reason: CrowdedError) => void;
}

/** Stands for the platform's own tasks, which are few. */
const PLATFORM = Symbol('platform');
type Owner = string | typeof PLATFORM;

/**
 * Runs one task after another, one of each owner in turn: however many tasks an owner has waiting, another's next one
 * waits for one of them at most. Tasks of one owner keep their order.
 */
export class CommandQueue {
  /** In the order in which the owners' next tasks are run. */
  readonly #lanes = new Map<Owner, Waiting[]>();
  readonly #taken = new Map<Owner, number>();
  #total = 0;
  #busy = false;

  /**
   * @param whose subject that the limits apply to; undefined for the platform's own tasks, which are exempt
   * @throws CrowdedError when too many wait already, of all or of this owner, or when the task's turn comes too late;
   *   whatever the task throws
   */
  async run<T>(task: () => Promise<T>, whose?: string): Promise<T> {
    const owner: Owner = whose ?? PLATFORM;
    if (owner !== PLATFORM && (this.#total >= LONGEST || this.#count(owner) >= MOST_OF_ONE))
      throw new CrowdedError();
    this.#add(owner, 1);
    return new Promise<T>((resolve, reject) => {
      const lane = this.#lanes.get(owner) ?? [];
      this.#lanes.set(owner, lane);
      lane.push({
        since: performance.now(),
        // A task that throws before it has begun must not end the round of all others.
        run: async () => {
          try {
            resolve(await task());
          } catch (error) {
            reject(error);
          }
        },
        refuse: reject,
      });
      void this.#drain();
    }).finally(() => this.#add(owner, -1));
  }

  async #drain(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let next = this.#next(); next; next = this.#next()) {
      // oxlint-disable-next-line no-await-in-loop -- one after another is what this is for
      await next();
    }
    this.#busy = false;
  }

  /** Takes the next task out, and puts its owner behind the others. */
  #next(): (() => Promise<void>) | undefined {
    const [entry] = this.#lanes;
    if (!entry) return undefined;
    const [owner, lane] = entry;
    this.#lanes.delete(owner);
    const task = lane.shift();
    if (lane.length > 0) this.#lanes.set(owner, lane);
    if (!task) return undefined;
    const late = owner !== PLATFORM && performance.now() - task.since > LONGEST_WAIT_MS;
    return late ? async () => task.refuse(new CrowdedError()) : task.run;
  }

  #count(owner: Owner): number {
    return this.#taken.get(owner) ?? 0;
  }

  #add(owner: Owner, change: 1 | -1): void {
    this.#total += change;
    const count = this.#count(owner) + change;
    if (count > 0) this.#taken.set(owner, count);
    else this.#taken.delete(owner);
  }
}
