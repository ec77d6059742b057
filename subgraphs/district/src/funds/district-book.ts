import {
  digestOfRecall,
  digestOfTransfer,
  isOpenEntry,
  runSystemTask,
  type BookEntry,
  type OwnBook,
} from '@mtg/commands';
import { fundRecallMachine, fundTransferMachine, type Amount } from '@mtg/governance';
import type { DataSource } from 'typeorm';

interface TransferRow {
  readonly id: string;
  readonly state: string;
  readonly streetCode: string;
  readonly voucher: string;
  readonly amount: Amount;
}

interface RecallRow {
  readonly id: string;
  readonly state: string;
  readonly transferId: string;
  readonly amount: Amount;
}

const TRANSFERS = `SELECT id, state, street_code AS "streetCode", voucher, amount FROM fund_transfer WHERE NOT sample`;
const RECALLS = `SELECT recall.id, recall.state, recall.transfer_id AS "transferId", recall.amount
  FROM fund_recall recall JOIN fund_transfer transfer ON transfer.id = recall.transfer_id WHERE NOT recall.sample`;

type Asked = Pick<DataSource, 'query'>;

async function entries(
  database: Asked,
  conditions: readonly [ofTransfer: string, ofRecall: string],
  value: unknown,
): Promise<readonly BookEntry[]> {
  const [transfers, recalls]: [readonly TransferRow[], readonly RecallRow[]] = await Promise.all([
    database.query(`${TRANSFERS} AND ${conditions[0]}`, [value]),
    database.query(`${RECALLS} AND ${conditions[1]}`, [value]),
  ]);
  return [
    ...transfers.map((row) => ({ id: row.id, state: row.state, digest: digestOfTransfer(row) })),
    ...recalls.map((row) => ({ id: row.id, state: row.state, digest: digestOfRecall(row) })),
  ];
}

/** The district's transfers and recalls among these ids. */
export const districtEntries = (
  { database }: { readonly database: Asked },
  ids: readonly string[],
): Promise<readonly BookEntry[]> =>
  entries(database, ['id = ANY ($1::uuid[])', 'recall.id = ANY ($1::uuid[])'], ids);

const STEPS = [
  ['fund_transfer', fundTransferMachine],
  ['fund_recall', fundRecallMachine],
] as const;

/** The district's books: the street's record decides whether an offer is taken and a recall agreed to. */
export const districtBook: OwnBook = {
  entriesOn: (street, { database }) =>
    entries(database, ['street_code = $1', 'transfer.street_code = $1'], street),
  settle: (answered, context) =>
    runSystemTask('settleFunds', context, async ({ manager }, now) => {
      const settled: string[] = [];
      for (const { id, state } of answered) {
        for (const [table, machine] of STEPS) {
          if (!Object.hasOwn(machine.states, state) || isOpenEntry({ state })) continue;
          // oxlint-disable-next-line no-await-in-loop -- one connection
          const [rows]: readonly [readonly { id: string }[]] = await manager.query(
            `UPDATE ${table} SET state = $2, answered_at = $3, updated_at = $3, version = version + 1
             WHERE id = $1 AND state = $4 RETURNING id`,
            [id, state, now, machine.creation.to],
          );
          settled.push(...rows.map((row) => row.id));
        }
      }
      return settled;
    }),
};
