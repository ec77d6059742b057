import { fenOf } from '@mtg/governance';
import type { MortalBooks, Side } from './mortal-books';
import type { Treasury } from './treasury';

/** Rows that were lost or doubled, and what a rule or the other side's books do not allow. All empty if every 分 is accounted for. */
export interface FundsAftermath {
  /** Rows that a client was told of and that are not there. */
  readonly lost: readonly string[];
  /** Rows that no client was told of. */
  readonly doubled: readonly string[];
  /** Lines and receipts of which more was taken than there was. */
  readonly overdrawn: readonly unknown[];
  /** Entries of one side that the other has otherwise. */
  readonly differences: readonly unknown[];
  /** 分 of the budget that are neither left, nor offered, nor spent, nor left to be spent; negative if spent twice. */
  readonly missingFen: bigint;
}

const TABLES: Readonly<Record<string, readonly [Side, string]>> = {
  fundTransfer: ['district', 'fund_transfer'],
  fundRecall: ['district', 'fund_recall'],
  fundReceipt: ['dayu', 'fund_receipt'],
  fundRecallAnswer: ['dayu', 'fund_recall_answer'],
  expenditure: ['dayu', 'expenditure'],
};

export async function fundsAftermath(books: MortalBooks, treasury: Treasury): Promise<FundsAftermath> {
  const lost: string[] = [];
  const doubled: string[] = [];
  for (const [row, [side, table]] of Object.entries(TABLES)) {
    // oxlint-disable-next-line no-await-in-loop -- one connection for each side
    const stored = new Set((await books.query(side, `SELECT id FROM ${table}`)).map(({ id }) => String(id)));
    const told = treasury.written[row] ?? new Set<string>();
    lost.push(...[...told].filter((id) => !stored.has(id)).map((id) => `${row} ${id}`));
    doubled.push(...[...stored].filter((id) => !told.has(id)).map((id) => `${row} ${id}`));
  }
  const overdrawn = [
    ...(await books.query('district', 'SELECT id FROM budget_line WHERE budget_line_left(id) < 0')),
    ...(await books.query('dayu', 'SELECT id FROM fund_receipt WHERE fund_receipt_left(id) < 0')),
    ...(await books.query(
      'dayu',
      `SELECT receipt_id, voucher FROM expenditure first WHERE reverses_id IS NULL
         AND NOT EXISTS (SELECT FROM expenditure WHERE reverses_id = first.id)
       GROUP BY receipt_id, voucher HAVING count(*) > 1`,
    )),
  ];
  return {
    lost,
    doubled,
    overdrawn,
    differences: await differencesOf(books),
    missingFen: await missing(books),
  };
}

/** Compares the two books entry by entry, in SQL and without the program that reconciles them. */
async function differencesOf(books: MortalBooks): Promise<readonly unknown[]> {
  const ofDistrict = await books.query(
    'district',
    `SELECT id, state, amount, voucher AS content FROM fund_transfer
     UNION ALL SELECT id, state, amount, transfer_id::text FROM fund_recall`,
  );
  const ofStreet = await books.query(
    'dayu',
    `SELECT transfer_id AS id, outcome AS state, amount, voucher AS content FROM fund_receipt
     UNION ALL SELECT recall_id, answer.outcome, answer.amount, receipt.transfer_id::text
       FROM fund_recall_answer answer JOIN fund_receipt receipt ON receipt.id = answer.receipt_id`,
  );
  const answered = new Map(ofStreet.map((entry) => [entry['id'], JSON.stringify(entry)]));
  const open = new Set(['OFFERED', 'REQUESTED']);
  return ofDistrict
    .filter((entry) => {
      const other = answered.get(entry['id']);
      answered.delete(entry['id']);
      return other === undefined ? !open.has(String(entry['state'])) : other !== JSON.stringify(entry);
    })
    .map((entry) => entry['id'])
    .concat([...answered.keys()]);
}

/** The budget, less what both sides account for. */
async function missing(books: MortalBooks): Promise<bigint> {
  const sum = async (side: Side, expression: string, from: string): Promise<bigint> => {
    const [row] = await books.query(
      side,
      `SELECT coalesce(sum(${expression}), 0)::numeric(15,2) AS sum FROM ${from}`,
    );
    return fenOf(String(row?.['sum']));
  };
  return (
    (await sum('district', 'amount', 'budget_line')) -
    (await sum('district', 'budget_line_left(id)', 'budget_line')) -
    (await sum('district', 'amount', `fund_transfer WHERE state = 'OFFERED'`)) -
    (await sum('dayu', 'amount', 'expenditure')) -
    (await sum('dayu', 'fund_receipt_left(id)', 'fund_receipt'))
  );
}
