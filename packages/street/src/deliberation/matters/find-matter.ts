import { field, type CommandTransaction } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { MajorMatter } from './major-matter';

/** The field by which commands name a major matter. */
export const majorMatterId = field.uuid(zhEn('重大事项标识', 'Id of the major matter'));

/** @throws PublicError NOT_FOUND; CONFLICT when it has another version than the client has seen */
export const findMatter = (
  transaction: CommandTransaction,
  id: string,
  expectedVersion: number | null = null,
): Promise<MajorMatter> =>
  transaction.get(
    MajorMatter,
    id,
    { field: 'majorMatterId', what: { zh: '重大事项', en: 'major matter' } },
    expectedVersion,
  );
