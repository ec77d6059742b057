import type { CommandTransaction, WorkRow } from '@mtg/commands';
import { localDay, yearOf } from '@mtg/governance';
import { LessThanOrEqual } from 'typeorm';
import { LAST_REAL_NUMBER } from '../sample-series';

/** A row with a number that runs within a year. */
export interface Numbered extends WorkRow {
  readonly year: number;
  readonly sequence: number;
}

/** The number of a row, and what it is made of. */
export interface RunningNumber {
  readonly number: string;
  readonly year: number;
  readonly sequence: number;
}

const DIGITS = 4;

/**
 * The next number of the year. It can be read out over the telephone: street, year, running number, as in
 * `DAYU-2026-0001`. No two are the same since the commands of a street run one after another; the table would refuse it.
 *
 * @param series a letter for all but work orders: `DAYU-P-2026-0001`
 */
export async function nextNumber(
  { manager, now, context }: CommandTransaction,
  entity: new () => Numbered,
  series?: string,
): Promise<RunningNumber> {
  const year = Number(yearOf(localDay(now)));
  const sequence =
    ((await manager.maximum(entity, 'sequence', { year, sequence: LessThanOrEqual(LAST_REAL_NUMBER) })) ??
      0) + 1;
  const parts = [context.owner, series, year, String(sequence).padStart(DIGITS, '0')];
  return { number: parts.filter((part) => part !== undefined).join('-'), year, sequence };
}
