import { digestOfRecall, digestOfTransfer, type BookEntry, type OwnBook } from '@mtg/commands';
import type { Amount } from '@mtg/governance';
import type { DataSource } from 'typeorm';

interface ReceiptRow {
  readonly id: string;
  readonly state: string;
  readonly voucher: string;
  readonly amount: Amount;
}

interface AnswerRow {
  readonly id: string;
  readonly state: string;
  readonly transferId: string;
  readonly amount: Amount;
}

const RECEIPTS =
  'SELECT transfer_id AS id, outcome AS state, voucher, amount FROM fund_receipt WHERE NOT sample';
const ANSWERS = `SELECT answer.recall_id AS id, answer.outcome AS state, answer.amount,
    receipt.transfer_id AS "transferId"
  FROM fund_recall_answer answer JOIN fund_receipt receipt ON receipt.id = answer.receipt_id WHERE NOT answer.sample`;

interface Asked {
  readonly database: Pick<DataSource, 'query'>;
  /** Code of the street. */
  readonly owner: string;
}

/** A street's entries under the district's ids: those among these, or all. */
export async function streetEntries(
  { database, owner }: Asked,
  ids?: readonly string[],
): Promise<readonly BookEntry[]> {
  const among = (column: string) => (ids ? `AND ${column} = ANY ($1::uuid[])` : '');
  const values = ids ? [ids] : [];
  const [receipts, answers]: [readonly ReceiptRow[], readonly AnswerRow[]] = await Promise.all([
    database.query(`${RECEIPTS} ${among('transfer_id')}`, values),
    database.query(`${ANSWERS} ${among('answer.recall_id')}`, values),
  ]);
  return [
    ...receipts.map((row) => ({
      id: row.id,
      state: row.state,
      digest: digestOfTransfer({ ...row, streetCode: owner }),
    })),
    ...answers.map((row) => ({ id: row.id, state: row.state, digest: digestOfRecall(row) })),
  ];
}

/** A street's books. It waits for no answer of the district's, and so takes none over. */
export const streetBook: OwnBook = {
  entriesOn: (_, context) => streetEntries(context),
};
