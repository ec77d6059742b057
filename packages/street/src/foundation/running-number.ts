import type { CommandTransaction } from '@mtg/commands';
import { runningNumber, yearOf, yearOfNumber, type LocalDay } from '@mtg/governance';
import { nextInSeries, type Numbered } from './sample-series';

/** The number of a row, and what it is made of. */
export interface RunningNumber {
  readonly number: string;
  readonly year: number;
  readonly sequence: number;
}

/**
 * The next number of the year. It can be read out over the telephone: street, year, running number, as in
 * `DAYU-2026-0001`; that of a sample order is counted by itself, as in `样例DAYU-2026-0001`. No two are the same since the
 * commands of a street run one after another; the table would refuse it.
 *
 * @param series a letter for all but work orders: `DAYU-P-2026-0001`
 * @param day of whose year the number is; today without it
 */
export async function nextNumber(
  transaction: CommandTransaction,
  entity: new () => Numbered,
  series = '',
  day?: LocalDay,
): Promise<RunningNumber> {
  const { now, context } = transaction;
  const year = day === undefined ? yearOfNumber(now) : Number(yearOf(day));
  const { sequence, ...next } = await nextInSeries(transaction, entity, { year });
  return { number: runningNumber(context.owner, { series, year, ...next }), year, sequence };
}
