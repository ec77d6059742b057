import type { Lsn } from '../replication/lsn';
import { readMessage, type StreamMessage } from '../replication/pgoutput';
import { ChangeBatch, type Commit } from './change-batch';
import { writeChanges, type Target } from './write-batch';

/** Bytes of changes that are written at once. */
const BATCH_BYTES = 2 * 1024 * 1024;

/** The publication is no longer what the copy was made of. */
export class SourceChanged extends Error {}

interface Relation {
  readonly table: string;
  readonly idAt: number;
}

/** Writes the changes of a source into its copy, each transaction whole and once. */
export class ChangeWriter {
  readonly #relations = new Map<number, Relation>();
  #batch = new ChangeBatch();
  #writing: Promise<void> | undefined;
  /** A transaction of the warehouse is open: it began a transaction of the source that did not fit into one batch. */
  #isOpen = false;
  #isSkipping = false;

  /**
   * @param applied everything before it has been written
   * @param note stores with the rows how far they go, in the same transaction
   */
  constructor(
    private readonly target: Target,
    private applied: Lsn,
    private readonly note: (commit: Commit) => Promise<void>,
  ) {}

  /** Takes messages in the order of the log, and waits while too many are not written. */
  async take(messages: readonly Buffer[]): Promise<void> {
    for (const message of messages) this.#take(readMessage(message), message.length);
    if (this.#batch.bytes >= BATCH_BYTES) await this.#write();
  }

  /** Writes what is left. @returns the end of the last transaction that is stored */
  async finish(): Promise<Lsn> {
    await this.#write();
    await this.#writing;
    return this.applied;
  }

  #take(message: StreamMessage, bytes: number): void {
    const batch = this.#batch;
    if (message.kind === 'BEGIN') {
      // A source that crashed, and a reader that ended before it acknowledged, get to see some of them again.
      this.#isSkipping = message.commit < this.applied;
      if (!this.#isSkipping) batch.commit = undefined;
    }
    if (message.kind === 'RELATION') this.#learn(message);
    if (this.#isSkipping) return;
    batch.bytes += bytes;
    switch (message.kind) {
      case 'COMMIT':
        batch.commit = message;
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
      case 'BEGIN':
      case 'RELATION':
      case 'OTHER':
        break;
    }
  }

  /** @throws SourceChanged for columns that the copy does not have */
  #learn({ oid, table, columns }: Extract<StreamMessage, { kind: 'RELATION' }>): void {
    const known = this.target.tables.get(table);
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

  /** One batch is written while the next is read. */
  async #write(): Promise<void> {
    await this.#writing;
    const batch = this.#batch;
    this.#batch = new ChangeBatch();
    this.#writing = this.#store(batch);
    // Who waits for it next is told of the failure.
    this.#writing.catch(() => undefined);
  }

  /** A batch that ends within a transaction leaves one open, which the next goes on with. */
  async #store({ tables, commit }: ChangeBatch): Promise<void> {
    const { client } = this.target;
    if (tables.size === 0 && !commit) return;
    if (!this.#isOpen) await client.query('BEGIN');
    this.#isOpen = true;
    await writeChanges(this.target, tables);
    if (!commit) return;
    await this.note(commit);
    await client.query('COMMIT');
    this.#isOpen = false;
    this.applied = commit.end;
  }
}

function idOf(values: readonly unknown[], at: number): string {
  const id = values[at];
  if (typeof id !== 'string') throw new Error('the source sent a row without its key');
  return id;
}
