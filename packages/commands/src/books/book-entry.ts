import { createHash } from 'node:crypto';
import { normalAmount, type Amount } from '@mtg/governance';

/** An entry that both sides have in their books of funds: a transfer, or a recall of one. */
export interface BookEntry {
  /** The district's id of it, on both sides. */
  readonly id: string;
  readonly state: string;
  /** Of what the two sides must agree on. */
  readonly digest: string;
}

/** States in which a side waits for the other's answer, or has not heard of it. */
const OPEN: ReadonlySet<string> = new Set(['OFFERED', 'REQUESTED']);

export const isOpenEntry = ({ state }: Pick<BookEntry, 'state'>): boolean => OPEN.has(state);

const digestOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** The part of a transfer that both sides must agree on. */
export interface TransferContent {
  readonly id: string;
  readonly streetCode: string;
  readonly voucher: string;
  readonly amount: Amount;
}

export const digestOfTransfer = ({ id, streetCode, voucher, amount }: TransferContent): string =>
  digestOf('TRANSFER', id, streetCode, voucher, normalAmount(amount));

/** The part of a recall that both sides must agree on. */
export interface RecallContent {
  readonly id: string;
  readonly transferId: string;
  readonly amount: Amount;
}

export const digestOfRecall = ({ id, transferId, amount }: RecallContent): string =>
  digestOf('RECALL', id, transferId, normalAmount(amount));
