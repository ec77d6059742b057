import { BATCH_SERIES, documentNumber, yearOfNumber } from '@mtg/governance';
import { nextInSeries } from '../../foundation/sample-series';
import type { StreetTransaction } from '../../foundation/street-commands';
import { AssignmentBatch } from './assignment-batch';

/** The next number of a batch in the year: 大峪布置〔2026〕第3号. */
export async function nextBatchNumber(
  transaction: StreetTransaction,
): Promise<Pick<AssignmentBatch, 'number' | 'year' | 'sequence'>> {
  const year = yearOfNumber(transaction.now);
  const { sequence, ...next } = await nextInSeries(transaction, AssignmentBatch, { year });
  const { title } = transaction.context.profile.identity;
  return { number: documentNumber(title, { series: BATCH_SERIES, year, ...next }), year, sequence };
}
