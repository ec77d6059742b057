import type { Amount } from '@mtg/governance';
import type { StreetTransaction } from '../../foundation/street-commands';
import type { FundReceipt } from './fund-receipt';

/** Balance of a receipt as the database counts it: neither spent nor given back. */
export async function leftOf({ manager }: StreetTransaction, { id }: FundReceipt): Promise<Amount> {
  const [row]: readonly { left: Amount }[] = await manager.query('SELECT fund_receipt_left($1) AS left', [
    id,
  ]);
  if (!row) throw new Error(`receipt ${id} has no balance`);
  return row.left;
}
