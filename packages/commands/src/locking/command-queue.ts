import { PublicError, RETRY_AFTER_SECONDS } from '@mtg/service-kit';

/** More than a street's whole staff sends at once. */
const LONGEST = 1000;

/** More than one person, or one system of a department, sends at once. */
const MOST_OF_ONE = 100;

/** Longer than a client waits for its answer. */
const LONGEST_WAIT_MS = 10_000;

/** A task was refused before it began. */
export class OverloadedError extends PublicError {
  constructor() {
    super(
      'OVERLOADED',
      '操作过多，请稍后用同一个 Idempotency-Key 重试 · Too many commands at once. Retry later with the same Idempotency-Key',
      { retryAfterSeconds: RETRY_AFTER_SECONDS },
    );
  }
}

interface Waiting {
  readonly since: number;
  readonly run: () => Promise<void>;
  readonly refuse: (reason: OverloadedError) => void;
}

/** Owner of the platform's own tasks, which are few. */
const PLATFORM = Symbol('platform');
type Owner = string | typeof PLATFORM;

/**
 * Runs one task at a time, by round robin among owners: however many tasks an owner has queued, another owner's next task
 * waits for one of them at most. Tasks of one owner keep their order.
 */
export class CommandQueue {
  /** Queues by owner, the next to be served first. */
  readonly #lanes = new Map<Owner, Waiting[]>();
  readonly #taken = new Map<Owner, number>();
  #total = 0;
  #busy = false;

  /**
   * @param subject the queue's limits apply to; undefined for the platform's own tasks, which are exempt
   * @throws OverloadedError when too many tasks are queued, of all or of this subject, or when the task has waited too
   *   long; the error of the task
   */
  async run<T>(task: () => Promise<T>, subject?: string): Promise<T> {
    const owner: Owner = subject ?? PLATFORM;
    if (owner !== PLATFORM && (this.#total >= LONGEST || this.#count(owner) >= MOST_OF_ONE))
      throw new OverloadedError();
    this.#add(owner, 1);
    return new Promise<T>((resolve, reject) => {
      const lane = this.#lanes.get(owner) ?? [];
      this.#lanes.set(owner, lane);
      lane.push({
        since: performance.now(),
        // A task that throws at once must not stop the queue.
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
      await next();
    }
    this.#busy = false;
  }

  /** Removes the next task, and puts its owner behind the others. */
  #next(): (() => Promise<void>) | undefined {
    const [entry] = this.#lanes;
    if (!entry) return undefined;
    const [owner, lane] = entry;
    this.#lanes.delete(owner);
    const task = lane.shift();
    if (lane.length > 0) this.#lanes.set(owner, lane);
    if (!task) return undefined;
    const late = owner !== PLATFORM && performance.now() - task.since > LONGEST_WAIT_MS;
    return late ? async () => task.refuse(new OverloadedError()) : task.run;
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
