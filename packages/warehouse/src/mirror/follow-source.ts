import type { Logger } from '@mtg/service-kit';
import { formatLsn, type Lsn } from '../replication/lsn';
import type { StreamMessage } from '../replication/pgoutput';
import type { ReplicationConnection } from '../replication/replication-connection';
import { PUBLICATION } from '../source/published-table';
import { ChangeBatch } from './change-batch';
import { lastPosition } from './mirrored-table';
import { writeChanges, type Target } from './write-batch';

/** Bytes of the stream that wait to be written before the source is asked to wait. */
const PAUSE_AT = 8 * 1024 * 1024;
/** Bytes that are written at once. */
const BATCH_BYTES = 2 * 1024 * 1024;
/** Changes of so many milliseconds are written together: a transaction each would cost more than the rows. */
const GATHER_MS = 20;
/** How often the source is asked how far it is. */
const PING_MS = 1000;

/** The publication is no longer what the copy was made of. */
export class SourceChanged extends Error {}

export interface FollowOptions {
  readonly connection: ReplicationConnection;
  readonly slot: string;
  /** Everything before it has been written. */
  readonly from: Lsn;
  readonly target: Target;
  readonly logger: Pick<Logger, 'debug'>;
}

interface Relation {
  readonly table: string;
  readonly idAt: number;
}

/** Writes what a source sends until the connection ends, each transaction whole and once. */
export class SourceFollower {
  readonly #relations = new Map<number, Relation>();
  #batch = new ChangeBatch();
  #writing: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #inTransaction = false;
  #open = false;
  #paused = false;
  #failure: unknown;
  /** Everything before it has been written. */
  #applied: Lsn;

  constructor(private readonly options: FollowOptions) {
    this.#applied = options.from;
  }

  /** @returns when the connection was closed; rejects when it is lost, or what it sends cannot be written */
  async run(): Promise<void> {
    const { connection, slot, from } = this.options;
    const pinging = setInterval(() => connection.ping(), PING_MS);
    try {
      await connection.follow(slot, PUBLICATION, from, {
        onMessage: (message, bytes) => this.#guarded(() => this.#take(message, bytes)),
        onHeartbeat: (position) => this.#guarded(() => this.#noteHeartbeat(position)),
      });
    } catch (error) {
      // What could not be written closed the connection, and says why.
      throw this.#failure ?? error;
    } finally {
      clearInterval(pinging);
      clearTimeout(this.#timer);
      await this.#writing?.catch(() => undefined);
    }
    if (this.#failure !== undefined) throw this.#failure;
  }

  #guarded(take: () => void): void {
    if (this.#failure !== undefined) return;
    try {
      take();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    void this.options.connection.close();
  }

  #take(message: StreamMessage, bytes: number): void {
    const batch = this.#batch;
    batch.bytes += bytes;
    switch (message.kind) {
      case 'BEGIN':
        this.#inTransaction = true;
        batch.commit = undefined;
        break;
      case 'COMMIT':
        this.#inTransaction = false;
        batch.commit = message;
        break;
      case 'RELATION':
        this.#learn(message);
        break;
      case 'INSERT':
      case 'UPDATE': {
        const { table, idAt } = this.#relationOf(message.oid);
        batch.put(table, idOf(message.values, idAt), message.values);
        break;
      }
      case 'DELETE': {
        const { table, idAt } = this.#relationOf(message.oid);
        batch.remove(table, idOf(message.values, idAt));
        break;
      }
      case 'TRUNCATE':
        for (const oid of message.oids) batch.empty(this.#relationOf(oid).table);
        break;
      case 'OTHER':
        break;
    }
    if (batch.bytes >= PAUSE_AT && !this.#paused) this.#setPaused(true);
    if (batch.bytes >= BATCH_BYTES) this.#write();
    else if (!this.#inTransaction) this.#timer ??= setTimeout(() => this.#write(), GATHER_MS);
  }

  /** @throws SourceChanged for columns that the copy does not have */
  #learn({ oid, table, columns }: Extract<StreamMessage, { kind: 'RELATION' }>): void {
    const known = this.options.target.tables.get(table);
    const names = columns.map(({ name }) => name);
    if (known?.published.oid !== oid || names.join() !== known.columns.join()) {
      throw new SourceChanged(`the columns of ${table} have changed`);
    }
    this.#relations.set(oid, { table, idAt: names.indexOf('id') });
  }

  #relationOf(oid: number): Relation {
    const relation = this.#relations.get(oid);
    if (!relation) throw new Error('the source sent a row of a table that it did not announce');
    return relation;
  }

  /** The source has sent all that it has: the copy is as fresh as this moment. */
  #noteHeartbeat(position: Lsn): void {
    if (this.#writing || this.#inTransaction || this.#open || this.#batch.bytes > 0) return;
    // Nothing of the log up to there concerns the copy; the source need not keep it.
    if (position > this.#applied) this.#applied = position;
    this.#writing = this.#stored(async ({ client, schema }) => {
      await client.query(
        'UPDATE warehouse.source SET fresh_at = now(), contacted_at = now(), applied = $2 WHERE name = $1',
        [schema, formatLsn(this.#applied)],
      );
    });
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#writing) return;
    const batch = this.#batch;
    if (batch.bytes === 0) return;
    this.#batch = new ChangeBatch();
    this.#writing = this.#stored(async (target) => this.#store(target, batch));
  }

  async #stored(work: (target: Target) => Promise<void>): Promise<void> {
    try {
      await work(this.options.target);
      if (!this.#open) this.options.connection.acknowledge(this.#applied);
    } catch (error) {
      this.#fail(error);
    }
    this.#writing = undefined;
    if (this.#failure !== undefined) return;
    if (this.#paused && this.#batch.bytes < PAUSE_AT) this.#setPaused(false);
    if (this.#batch.bytes > 0 && (!this.#inTransaction || this.#batch.bytes >= BATCH_BYTES)) this.#write();
  }

  /** A batch that ends within a transaction leaves one open, which the next goes on with. */
  async #store(target: Target, { tables, commit, bytes }: ChangeBatch): Promise<void> {
    const { client, schema } = target;
    if (!this.#open) await client.query('BEGIN');
    this.#open = true;
    await writeChanges(target, tables);
    if (!commit) return;
    await client.query(
      `UPDATE warehouse.source SET applied = $2, fresh_at = greatest(fresh_at, $3), contacted_at = now(), position = ${lastPosition(schema)} WHERE name = $1`,
      [schema, formatLsn(commit.end), commit.at],
    );
    await client.query('COMMIT');
    this.#open = false;
    this.#applied = commit.end;
    this.options.logger.debug({ source: schema, bytes }, 'changes written');
  }

  #setPaused(paused: boolean): void {
    this.#paused = paused;
    const { connection } = this.options;
    if (paused) connection.pause();
    else connection.resume();
  }
}

function idOf(values: readonly unknown[], at: number): string {
  const id = values[at];
  if (typeof id !== 'string') throw new Error('the source sent a row without its key');
  return id;
}
