import type { ClientBase } from 'pg';
import { swapCopies, type ReadyCopy, type RecreateViews } from './swap-copy';
import type { ViewsTurn } from './views-turn';

/** A copy that is complete waits as long at most for others that are being made. */
const GATHER_MS = 3000;

/** A copy that takes its place in turn, on a connection of its own. */
export interface WaitingCopy extends ReadyCopy {
  readonly warehouse: ClientBase;
  readonly onWaiting: NonNullable<ViewsTurn['onWaiting']>;
}

interface Waiting extends WaitingCopy {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers copies that are made at the same time, as at a first start, and lets readers see them in one moment: the views over
 * all sources are made once for all of them, which takes longer than many a copy.
 */
export class CopySwaps {
  /** Sources of which a copy may be complete soon. */
  readonly #expected: Set<string>;
  #waiting: Waiting[] = [];
  #isSwapping = false;
  #timer: NodeJS.Timeout | undefined;

  /** @param sources those that have just begun */
  constructor(
    sources: readonly string[],
    private readonly recreateViews: RecreateViews,
    private readonly turn: Omit<ViewsTurn, 'onWaiting'>,
    private readonly gatherMs = GATHER_MS,
  ) {
    this.#expected = new Set(sources);
  }

  /** A copy of the source is being made. */
  expect(source: string): void {
    this.#expected.add(source);
  }

  /** None is to be waited for: the source is followed, or cannot be read. */
  forget(source: string): void {
    if (this.#expected.delete(source)) this.#look();
  }

  /** Lets readers see a copy. @returns once they do */
  async swap(copy: WaitingCopy): Promise<void> {
    this.#expected.delete(copy.schema);
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push({ ...copy, resolve, reject });
      this.#timer ??= setTimeout(() => void this.#begin(), this.gatherMs);
      this.#look();
    });
  }

  #look(): void {
    if (this.#expected.size === 0 && this.#waiting.length > 0) void this.#begin();
  }

  async #begin(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#isSwapping) return;
    this.#isSwapping = true;
    while (this.#waiting.length > 0) {
      const copies = this.#waiting;
      this.#waiting = [];
      await this.#together(copies);
    }
    this.#isSwapping = false;
  }

  /** A fault of one copy, or with its connection, keeps no other from its place. */
  async #together(copies: readonly Waiting[]): Promise<void> {
    try {
      await this.#swap(copies);
    } catch (error) {
      const [only] = copies;
      if (copies.length === 1) return only?.reject(error);
      for (const copy of copies) await this.#together([copy]);
      return;
    }
    for (const { resolve } of copies) resolve();
  }

  async #swap(copies: readonly Waiting[]): Promise<void> {
    const [first] = copies;
    if (!first) return;
    const onWaiting: ViewsTurn['onWaiting'] = async (found) => {
      for (const copy of copies) await copy.onWaiting(found);
    };
    await swapCopies(first.warehouse, copies, { ...this.turn, onWaiting, recreateViews: this.recreateViews });
  }
}
