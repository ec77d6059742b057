import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@mtg/service-kit';
import type { Client } from 'pg';
import { formatLsn, parseLsn } from '../replication/lsn';
import { ReplicationConnection } from '../replication/replication-connection';
import { publishedTables, signatureOf, type PublishedTable } from '../source/published-table';
import { SourceProblem } from '../source/source-problem';
import { findSlot, lastStart, logPosition } from '../source/source-state';
import { copySource } from './copy-source';
import type { StoredFacts } from './facts';
import { SourceChanged, SourceFollower } from './follow-source';
import { lastPosition, mirroredTables, type MirroredTable } from './mirrored-table';
import { noteStart, noteState, readKnown } from './known-source';
import { COPY_REASONS, reasonToCopy, type FoundSource, type KnownSource } from './reason-to-copy';
import { describeProblem } from './describe-problem';
import { swapCopy, type RecreateViews } from './swap-copy';
import { withClient } from './with-client';

/** How often a source that is followed is looked at: whether it shares other tables, was restored, or has started again. */
const CHECK_MS = 2000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

export interface MirrorOptions {
  /** Name of the source and of its schema in the warehouse, e.g. `dayu`. */
  readonly name: string;
  /** Connection URL of the source, with the role that reads what it shares. */
  readonly sourceUrl: string;
  /** Connection URL of the warehouse, as its owner. */
  readonly warehouseUrl: string;
  readonly slot: string;
  readonly facts: readonly StoredFacts[];
  readonly recreateViews: RecreateViews;
  readonly logger: Logger;
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
    while (!this.#stopping.signal.aborted) {
      const since = Date.now();
      try {
        await this.#once();
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        logger.warn({ source: name, err: error }, '数据源暂时无法读取 · a source cannot be read for now');
        await this.#report(error);
      }
      // One that had been followed for a while is tried again at once.
      pause = Date.now() - since > LONGEST_PAUSE_MS ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
      await sleep(pause, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
    }
  }

  async #report(reason: unknown): Promise<void> {
    const { state, problem } = describeProblem(reason);
    const { name } = this.options;
    // The warehouse itself may be what is away.
    const note = async (warehouse: Client): Promise<void> => noteState(warehouse, name, state, problem);
    await withClient(this.options.warehouseUrl, this.#stopping.signal, note).catch(() => undefined);
  }

  async #once(): Promise<void> {
    const { name, sourceUrl, warehouseUrl, logger } = this.options;
    await withClient(warehouseUrl, this.#stopping.signal, async (lock) => {
      await this.#takeTurn(lock);
      await withClient(sourceUrl, this.#stopping.signal, async (source) => {
        const connection = await ReplicationConnection.open(sourceUrl);
        const stop = (): void => void connection.close();
        this.#stopping.signal.addEventListener('abort', stop);
        try {
          const known = await readKnown(lock, name);
          const tables = await this.#tables(source);
          const found = await this.#found(source, connection, tables);
          const reason = reasonToCopy(known, found);
          if (reason) {
            const { zh, en } = COPY_REASONS[reason];
            logger.info({ source: name, reason }, `开始复制：${zh} · copying: ${en}`);
            await this.#copy(source, lock, connection, tables, found);
            logger.info({ source: name }, '复制完成 · copied');
          }
          await noteState(lock, name, 'FOLLOWING');
          await this.#follow(source, lock, connection, tables, await readKnown(lock, name));
        } finally {
          this.#stopping.signal.removeEventListener('abort', stop);
          await connection.close();
        }
      });
    });
  }

  /** Of several programs one writes; the others wait for it to end. */
  async #takeTurn(lock: Client): Promise<void> {
    for (;;) {
      const { rows } = await lock.query<{ taken: boolean }>(
        'SELECT pg_try_advisory_lock(hashtext($1)) AS taken',
        [`mirror ${this.options.name}`],
      );
      if (rows[0]?.taken) return;
      await sleep(CHECK_MS, undefined, { signal: this.#stopping.signal });
    }
  }

  async #tables(source: Client): Promise<readonly MirroredTable[]> {
    const published = await publishedTables(source);
    if (published.length === 0) {
      throw new SourceProblem({
        zh: '未共享任何表：请在其环境中设置 WAREHOUSE_ROLE 并重新启动',
        en: 'shares no tables: set WAREHOUSE_ROLE in its environment and restart it',
      });
    }
    return mirroredTables(published, this.options.facts);
  }

  async #found(
    source: Client,
    connection: ReplicationConnection,
    tables: readonly MirroredTable[],
  ): Promise<FoundSource> {
    return {
      systemId: await connection.systemId(),
      start: await lastStart(source),
      signature: this.#signature(tables.map(({ published }) => published)),
      slot: await findSlot(source, this.options.slot),
      position: await logPosition(source),
    };
  }

  /** Of the tables and of what the warehouse makes of them: another version may compute other facts. */
  #signature(tables: readonly PublishedTable[]): string {
    const facts = this.options.facts.flatMap(({ table, columns }) =>
      columns.map(({ name, type, sql }) => [table, name, type, sql('row')]),
    );
    return signatureOf([tables, facts]);
  }

  async #copy(
    source: Client,
    warehouse: Client,
    connection: ReplicationConnection,
    tables: readonly MirroredTable[],
    found: FoundSource,
  ): Promise<void> {
    const { name, slot, recreateViews } = this.options;
    await noteState(warehouse, name, 'COPYING');
    if (found.slot) await connection.dropSlot(slot);
    const made = await connection.createSlot(slot);
    await copySource(source, warehouse, name, tables, made);
    await swapCopy(warehouse, name, recreateViews, async () => {
      await warehouse.query(
        `UPDATE warehouse.source SET system_id = $2, start_id = $3, signature = $4, applied = $5, copied_at = now(),
           fresh_at = now(), contacted_at = now(), position = ${lastPosition(name)}, copy_wanted = false WHERE name = $1`,
        [name, found.systemId, found.start?.id ?? null, found.signature, formatLsn(made.start)],
      );
    });
  }

  /** Follows until the source has to be looked at from the beginning: it shares other tables, or is to be copied. */
  async #follow(
    source: Client,
    lock: Client,
    connection: ReplicationConnection,
    tables: readonly MirroredTable[],
    known: KnownSource,
  ): Promise<void> {
    const { name, slot, warehouseUrl, facts, logger } = this.options;
    await withClient(warehouseUrl, this.#stopping.signal, async (client) => {
      const follower = new SourceFollower({
        connection,
        slot,
        from: parseLsn(known.applied ?? '0/0'),
        target: {
          client,
          schema: name,
          tables: new Map(tables.map((each) => [each.name, each])),
          facts,
          unseen: new Map(),
        },
        logger,
      });
      const ended = new AbortController();
      const stop = (): void => void connection.close();
      const following = follower.run().finally(() => ended.abort());
      const checking = this.#check(source, lock, known, ended.signal).finally(stop);
      const [followed, checked] = await Promise.allSettled([following, checking]);
      // The next round copies it as it is now.
      if (followed.status === 'rejected' && !(followed.reason instanceof SourceChanged))
        throw followed.reason;
      if (checked.status === 'rejected') throw checked.reason;
    });
  }

  /** @returns when the source is to be copied again */
  async #check(source: Client, lock: Client, known: KnownSource, ended: AbortSignal): Promise<void> {
    const { name, slot } = this.options;
    let { startId } = known;
    while (!ended.aborted && !this.#stopping.signal.aborted) {
      await sleep(CHECK_MS, undefined, { signal: AbortSignal.any([ended, this.#stopping.signal]) }).catch(
        () => undefined,
      );
      if (ended.aborted || this.#stopping.signal.aborted) return;
      const now = await readKnown(lock, name);
      const signature = this.#signature(await publishedTables(source));
      if (now.copyWanted || signature !== known.signature || !(await findSlot(source, slot))) return;
      const start = await lastStart(source);
      if (start && start.id !== startId) {
        startId = start.id;
        await noteStart(lock, name, start.id);
      }
    }
  }
}
