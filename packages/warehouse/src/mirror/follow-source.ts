import { setTimeout as sleep } from 'node:timers/promises';
import type { Lsn } from '../replication/lsn';
import type { SourceStream } from '../source/source-stream';
import type { Commit } from './change-batch';
import { ChangeWriter } from './change-writer';
import type { Target } from './write-batch';

/** Messages after which the source is asked again: it gathers as many, on its disk, before it sends the first. */
const PORTION = 200_000;
/** Messages that are not worth a long search. */
const FEW = 1000;
/** Between two looks of which the second found what the first did not: writes begin, or end. */
const SHORTEST_PAUSE_MS = 40;
/** Between two looks at a source that is written to all the time, or not at all: it decodes its log for each that finds something. */
const LONGEST_PAUSE_MS = 250;
/** How often the time is noted up to which the copy is complete. */
const NOTE_MS = 1000;
/** How often a source that is written to is told what is stored. */
const ACKNOWLEDGE_MS = 1000;
/** How often a log without transactions is passed over, so that the source need not keep it. */
const PASS_MS = 5000;
/** A source that would look through more of its log each time is asked to mark where it can begin. */
const MARK_AT_BYTES = 4 * 1024 * 1024;
const MARK_MS = 2000;

export interface FollowOptions {
  readonly stream: SourceStream;
  /** Everything before it has been written. */
  readonly from: Lsn;
  readonly target: Target;
  /** Stores with the rows how far they go. */
  readonly onCommit: (commit: Commit) => Promise<void>;
  /** Stores that the copy had all that the source had, some milliseconds ago. */
  readonly onComplete: (position: Lsn, agoMs: number) => Promise<void>;
  readonly stopped: AbortSignal;
}

/** Asks a source for what has changed, and writes it. */
export class SourceFollower {
  readonly #writer: ChangeWriter;
  /** Everything before it has been read, and what is shared of it is written. */
  #read: Lsn;
  /** Where transactions end that were not read. */
  #wanted: Lsn;
  /** Everything before it is stored, as the warehouse remembers. */
  #stored: Lsn;
  #ended = '';
  #marked: Lsn = 0n;
  #acknowledged: Lsn = 0n;
  readonly #since = { read: -PASS_MS, note: -NOTE_MS, mark: -MARK_MS, acknowledge: 0 };
  #pauseMs = SHORTEST_PAUSE_MS;
  #wasNew = false;

  constructor(private readonly options: FollowOptions) {
    const { target, from, onCommit } = options;
    this.#read = from;
    this.#wanted = from;
    this.#stored = from;
    this.#writer = new ChangeWriter(target, from, onCommit);
  }

  /** @returns the position up to which the copy is complete; not before that of the argument */
  async catchUp(position: Lsn): Promise<Lsn> {
    while (this.#read < position) await this.#step();
    return this.#read;
  }

  /** @param isOver asked between two looks */
  async follow(isOver: () => Promise<boolean>): Promise<void> {
    while (!(await isOver())) await this.#step();
  }

  async #step(): Promise<void> {
    const { stream } = this.options;
    const began = performance.now();
    const { flushed, inserted, ended } = await stream.look();
    if (ended !== this.#ended) this.#wanted = inserted;
    this.#ended = ended;
    if (await this.#waitsForMark(flushed)) return this.#rest(SHORTEST_PAUSE_MS);
    const isLate = began - this.#since.read > PASS_MS;
    const isWanted = flushed > this.#read && (this.#read < this.#wanted || isLate);
    if (isWanted && (await this.#readUpTo(flushed))) return;
    if (this.#read >= this.#wanted) await this.#noteComplete(began);
    if (!isWanted) this.#changePause(false);
    await this.#rest(this.#pauseMs);
  }

  /** As long as looks find the same, each is followed by a longer rest than the one before. */
  #changePause(isNew: boolean): void {
    this.#pauseMs =
      isNew === this.#wasNew ? Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS) : SHORTEST_PAUSE_MS;
    this.#wasNew = isNew;
  }

  async #rest(pauseMs: number): Promise<void> {
    await sleep(pauseMs, undefined, { signal: this.options.stopped });
  }

  /** Up to a mark nothing is looked through again: before much is read the log gets one. */
  async #waitsForMark(flushed: Lsn): Promise<boolean> {
    if (flushed - this.#read < MARK_AT_BYTES) return false;
    await this.#mark();
    return flushed < this.#marked && performance.now() - this.#since.mark < MARK_MS / 2;
  }

  /** @returns true if there is more to read at once */
  async #readUpTo(end: Lsn): Promise<boolean> {
    const { stream } = this.options;
    const began = performance.now();
    let foundMs: number | undefined;
    let count = 0;
    for await (const messages of stream.changes(end, PORTION)) {
      foundMs ??= performance.now() - began;
      count += messages.length;
      await this.#writer.take(messages);
    }
    const stored = await this.#writer.finish();
    const isNew = stored > this.#stored;
    this.#stored = stored;
    this.#since.read = performance.now();
    const isPart = count >= PORTION;
    this.#read = isPart ? stored : end;
    this.#wanted = isPart && end > this.#wanted ? end : this.#wanted;
    const isNoted = this.#read >= this.#wanted && (await this.#noteComplete(began));
    // The source passes over its log for it. Until then it sends again what was written.
    const isDue = count >= FEW || performance.now() - this.#since.acknowledge > ACKNOWLEDGE_MS;
    if (isNew && isDue && !isNoted) await this.#acknowledge(stored);
    this.#changePause(isNew);
    // A source that takes long to find a few, since much else is written, rests as long as it works.
    if (count < FEW) this.#pauseMs = Math.max(this.#pauseMs, foundMs ?? performance.now() - began);
    return isPart;
  }

  /** @returns false if it was noted a moment ago */
  async #noteComplete(began: number): Promise<boolean> {
    const now = performance.now();
    if (now - this.#since.note < NOTE_MS) return false;
    await this.options.onComplete(this.#read, now - began);
    this.#since.note = now;
    this.#stored = this.#read;
    // Nothing of the log up to there concerns the copy any more.
    if (this.#acknowledged < this.#read) await this.#acknowledge(this.#read);
    return true;
  }

  async #acknowledge(position: Lsn): Promise<void> {
    const behind = await this.options.stream.acknowledge(position);
    this.#acknowledged = position;
    this.#since.acknowledge = performance.now();
    if (behind > MARK_AT_BYTES) await this.#mark();
  }

  async #mark(): Promise<void> {
    const now = performance.now();
    if (now - this.#since.mark < MARK_MS) return;
    this.#marked = (await this.options.stream.markLog()) ?? 0n;
    this.#since.mark = now;
  }
}
