import { setTimeout as sleep } from 'node:timers/promises';
import type { Bilingual } from '@mtg/governance';
import type { Client } from 'pg';
import { describeProblem } from './describe-problem';
import { OWN_NAME } from './in-the-way';
import { keepCopy, type CopyOptions } from './keep-copy';
import { noteState, type SourceState } from './known-source';
import { withClient, type ClientOptions } from './with-client';

/** Before a source that has changed is looked at again; after a failure it is the longer the more follow each other. */
const CHANGE_PAUSE_MS = 100;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/** A source that starts, or is started again, is away for so long without anything being wrong. */
const PATIENCE_MS = 30_000;

export interface MirrorOptions extends CopyOptions {
  /** Connection URL of the source, with the role that reads what it shares. */
  readonly sourceUrl: string;
  /** Connection URL of the warehouse, as its owner. */
  readonly warehouseUrl: string;
}

/** Keeps the copy of one source: makes it, follows the source, and copies again when following is no longer possible. */
export class Mirror {
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;

  constructor(private readonly options: MirrorOptions) {}

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Goes on whatever happens, with pauses that grow. */
  async #run(): Promise<void> {
    const { logger, name } = this.options;
    let pause = FIRST_PAUSE_MS;
    let away: number | undefined;
    while (!this.#stopping.signal.aborted) {
      const since = Date.now();
      let isChange = true;
      try {
        await this.#once();
      } catch (error) {
        this.options.swaps.forget(name);
        if (this.#stopping.signal.aborted) return;
        isChange = false;
        if (Date.now() - since > LONGEST_PAUSE_MS) away = undefined;
        away ??= Date.now();
        const { state, problem } = describeProblem(error);
        const isNews = state !== 'UNREACHABLE' || Date.now() - away > PATIENCE_MS;
        logger[isNews ? 'warn' : 'info'](
          { source: name, err: error },
          '数据源暂时无法读取 · a source cannot be read for now',
        );
        await this.#report(state, problem);
      }
      // One that had been followed for a while is tried again at once.
      pause = Date.now() - since > LONGEST_PAUSE_MS ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
      if (isChange) {
        pause = FIRST_PAUSE_MS;
        away = undefined;
      }
      await sleep(isChange ? CHANGE_PAUSE_MS : pause, undefined, { signal: this.#stopping.signal }).catch(
        () => undefined,
      );
    }
  }

  async #report(state: SourceState, problem: Bilingual): Promise<void> {
    const { name } = this.options;
    // The warehouse itself may be what is away.
    const note = async (warehouse: Client): Promise<void> => noteState(warehouse, name, state, problem);
    await withClient(this.#to(this.options.warehouseUrl), note).catch(() => undefined);
  }

  #to(url: string): ClientOptions {
    return { url, name: OWN_NAME, stopped: this.#stopping.signal };
  }

  async #once(): Promise<void> {
    const { sourceUrl, warehouseUrl } = this.options;
    const { signal } = this.#stopping;
    await withClient(this.#to(warehouseUrl), async (warehouse) => {
      await this.#takeTurn(warehouse);
      await withClient(this.#to(sourceUrl), async (source) => {
        await keepCopy({ ...this.options, source, warehouse, stopped: signal });
      });
    });
  }

  /** Of several programs one writes; the others wait for it to end. */
  async #takeTurn(warehouse: Client): Promise<void> {
    for (;;) {
      const { rows } = await warehouse.query<{ taken: boolean }>(
        'SELECT pg_try_advisory_lock(hashtext($1)) AS taken',
        [`mirror ${this.options.name}`],
      );
      if (rows[0]?.taken) return;
      await sleep(this.options.checkMs, undefined, { signal: this.#stopping.signal });
    }
  }
}
