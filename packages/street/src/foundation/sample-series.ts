import type { CommandTransaction, WorkRow } from '@mtg/commands';
import { LessThanOrEqual, MoreThan, type FindOptionsWhere } from 'typeorm';

/**
 * Running numbers up to here are those of real rows; sample rows have the ones above it. So neither takes a number from the
 * other, whichever came first, and removing sample data leaves no gap.
 */
export const LAST_REAL_NUMBER = 1_000_000;

/** A row with a number that runs within a year. */
export interface Numbered extends WorkRow {
  readonly year: number;
  readonly sequence: number;
}

interface Next {
  readonly sequence: number;
  /** As it is read out: counted from 1 among real rows, and from 1 among sample rows. */
  readonly ordinal: number;
  readonly sample: boolean;
}

/**
 * The next number of a series, for a row of the command's kind.
 *
 * @param where what the series is, e.g. the year
 */
export async function nextInSeries<Row extends Numbered>(
  { manager, sample }: CommandTransaction,
  entity: new () => Row,
  where: FindOptionsWhere<Row>,
): Promise<Next> {
  const [before, within] = sample
    ? [LAST_REAL_NUMBER, MoreThan(LAST_REAL_NUMBER)]
    : [0, LessThanOrEqual(LAST_REAL_NUMBER)];
  const inSeries = { ...where, sequence: within } as FindOptionsWhere<Numbered>;
  const sequence = ((await manager.maximum<Numbered>(entity, 'sequence', inSeries)) ?? before) + 1;
  return { sequence, ordinal: sequence - before, sample };
}
