import { field, type CommandTransaction } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Delegation } from './delegation';

/** The field by which commands name a delegation. */
export const delegationId = field.uuid(zhEn('委托事项标识', 'Id of the delegation'));

/** @throws PublicError NOT_FOUND, CONFLICT */
export const findDelegation = (
  transaction: CommandTransaction,
  id: string,
  expectedVersion: number | null = null,
): Promise<Delegation> =>
  transaction.get(
    Delegation,
    id,
    { field: 'delegationId', what: { zh: '委托事项', en: 'delegation' } },
    expectedVersion,
  );
