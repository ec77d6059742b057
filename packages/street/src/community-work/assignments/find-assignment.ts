import { field, type CommandTransaction } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { CommunityAssignment } from './community-assignment';

/** The field by which commands name an assignment. */
export const assignmentId = field.uuid(zhEn('社区任务标识', 'Id of the assignment'));

/** @throws PublicError NOT_FOUND, CONFLICT */
export const findAssignment = (
  transaction: CommandTransaction,
  id: string,
  expectedVersion: number | null = null,
): Promise<CommunityAssignment> =>
  transaction.get(
    CommunityAssignment,
    id,
    { field: 'assignmentId', what: { zh: '社区任务', en: 'community assignment' } },
    expectedVersion,
  );
