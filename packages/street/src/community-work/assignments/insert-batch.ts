import type { CommandTransaction } from '@mtg/commands';
import { localDay, yearOf } from '@mtg/governance';
import type { StreetContext } from '../../street-context';
import { AssignmentBatch } from './assignment-batch';
import { LessThanOrEqual } from 'typeorm';
import { LAST_REAL_NUMBER } from '../../sample-series';

/** Adds the batch of a meeting, with the next number of the year. */
export async function insertBatch(
  transaction: CommandTransaction,
  meetingId: string,
): Promise<AssignmentBatch> {
  const { now, actor, manager } = transaction;
  const { identity } = (transaction.context as StreetContext).profile;
  const year = Number(yearOf(localDay(now)));
  const last = await manager.maximum(AssignmentBatch, 'sequence', {
    year,
    sequence: LessThanOrEqual(LAST_REAL_NUMBER),
  });
  const sequence = (last ?? 0) + 1;
  return transaction.insert(AssignmentBatch, {
    number: `${identity.title.replace(/街道$/u, '')}布置〔${year}〕第${sequence}号`,
    year,
    sequence,
    meetingId,
    meetingKind: 'WEEKLY',
    meetingState: 'CLOSED',
    issuedAt: now,
    issuer: actor.subject,
  });
}
