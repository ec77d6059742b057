import type { EventEmitter } from 'node:events';
import type { Duplex } from 'node:stream';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { formatLsn, parseLsn, type Lsn } from './lsn';
import { dateOf, readMessage, type StreamMessage } from './pgoutput';

/** Events of a stream for its listener; messages come in the order of the log. */
export interface StreamListener {
  readonly onMessage: (message: StreamMessage, bytes: number) => void;
  /** The source has sent everything up to this position. @param at the source's clock */
  readonly onHeartbeat: (position: Lsn, at: Date) => void;
}

/** A new slot and the state of the database at its start, which another connection can read while this one is open. */
export interface NewSlot {
  readonly start: Lsn;
  readonly snapshot: string;
}

/** The parts of the driver's connection that its types leave out, and that COPY streams use too. */
interface Wire extends EventEmitter {
  readonly stream: Duplex;
  sendCopyFromChunk(chunk: Buffer): void;
}

const CONNECT_LIMIT_MS = 5000;

const XLOG_DATA = 0x77;
const KEEPALIVE = 0x6b;
/** Letter, start, end and time come before the message itself. */
const HEADER_BYTES = 25;

/**
 * Connection that speaks PostgreSQL's replication protocol.
 *
 * What has been applied is told by `acknowledge` and by nothing else: libraries that confirm what they have received lose it
 * when the process ends before it is written.
 */
export class ReplicationConnection {
  readonly #wire: Wire;
  #acknowledged: Lsn = 0n;

  private constructor(private readonly client: Client) {
    // The driver has had this property since its first release; its types leave it out.
    this.#wire = (client as unknown as { readonly connection: Wire }).connection;
  }

  static async open(url: string): Promise<ReplicationConnection> {
    const address = new URL(url);
    address.searchParams.set('replication', 'database');
    const client = new Client({
      connectionString: address.toString(),
      connectionTimeoutMillis: CONNECT_LIMIT_MS,
      keepAlive: true,
      application_name: 'warehouse',
    });
    // The running statement reports the loss of the connection; without a listener it would end the process.
    client.on('error', () => undefined);
    await client.connect();
    return new ReplicationConnection(client);
  }

  /** Identifier of the source's cluster, given when it was initialized. */
  async systemId(): Promise<string> {
    const { rows } = await this.client.query<{ systemid: string }>('IDENTIFY_SYSTEM');
    return rows[0]?.systemid ?? '';
  }

  /** Makes a slot, which keeps the log for this reader from here on. */
  async createSlot(name: string): Promise<NewSlot> {
    const { rows } = await this.client.query<{ consistent_point: string; snapshot_name: string }>(
      `CREATE_REPLICATION_SLOT ${escapeIdentifier(name)} LOGICAL pgoutput (SNAPSHOT 'export')`,
    );
    const [row] = rows;
    if (!row) throw new Error('the source made no slot');
    return { start: parseLsn(row.consistent_point), snapshot: row.snapshot_name };
  }

  async dropSlot(name: string): Promise<void> {
    await this.client.query(`DROP_REPLICATION_SLOT ${escapeIdentifier(name)} WAIT`);
  }

  /** Reads a slot from a position on. @returns when the connection ends; rejects when it is lost */
  async follow(slot: string, publication: string, from: Lsn, listener: StreamListener): Promise<void> {
    this.#acknowledged = from;
    this.#wire.on('copyData', ({ chunk }: { chunk: Buffer }) => read(chunk, listener));
    await this.client.query(
      `START_REPLICATION SLOT ${escapeIdentifier(slot)} LOGICAL ${formatLsn(from)}
       (proto_version '1', publication_names ${escapeLiteral(escapeIdentifier(publication))})`,
    );
  }

  /** Tells the source that everything before this position is stored: it may forget that part of its log. */
  acknowledge(position: Lsn): void {
    this.#acknowledged = position;
    this.#report(false);
  }

  /** Repeats what was acknowledged, and has the source say at once how far it is. */
  ping(): void {
    this.#report(true);
  }

  pause(): void {
    this.#wire.stream.pause();
  }

  resume(): void {
    this.#wire.stream.resume();
  }

  async close(): Promise<void> {
    this.#wire.removeAllListeners('copyData');
    await this.client.end().catch(() => undefined);
  }

  #report(answer: boolean): void {
    if (!this.#wire.stream.writable) return;
    const status = Buffer.alloc(34);
    status.write('r');
    for (const at of [1, 9, 17]) status.writeBigUInt64BE(this.#acknowledged, at); // written, flushed, applied
    status.writeInt8(answer ? 1 : 0, 33);
    this.#wire.sendCopyFromChunk(status);
  }
}

function read(chunk: Buffer, { onMessage, onHeartbeat }: StreamListener): void {
  if (chunk[0] === XLOG_DATA) onMessage(readMessage(chunk.subarray(HEADER_BYTES)), chunk.length);
  if (chunk[0] === KEEPALIVE) onHeartbeat(chunk.readBigUInt64BE(1), dateOf(chunk.readBigInt64BE(9)));
}
