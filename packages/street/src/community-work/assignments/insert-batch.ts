import { localDay, yearOf } from '@mtg/governance';
import { nextInSeries } from '../../sample-series';
import type { StreetTransaction } from '../../street-commands';
import { AssignmentBatch } from './assignment-batch';

/** Adds the batch of a meeting, with the next number of the year. */
export async function insertBatch(
  transaction: StreetTransaction,
  meetingId: string,
): Promise<AssignmentBatch> {
  const { now, actor } = transaction;
  const { identity } = transaction.context.profile;
  const year = Number(yearOf(localDay(now)));
  const { sequence, ordinal, mark } = await nextInSeries(transaction, AssignmentBatch, { year });
  return transaction.insert(AssignmentBatch, {
    number: `${mark}${identity.title.replace(/街道$/u, '')}布置〔${year}〕第${ordinal}号`,
    year,
    sequence,
    meetingId,
    meetingKind: 'WEEKLY',
    meetingState: 'CLOSED',
    issuedAt: now,
    issuer: actor.subject,
  });
}
