import type { CatalogueAnswerState } from '@mtg/governance';
import type { DataSource } from 'typeorm';

/** The last answer to a year. */
export interface LastAnswer {
  readonly year: number;
  readonly state: CatalogueAnswerState;
  readonly version: number;
}

const LAST = `SELECT DISTINCT ON (year) year, state, version FROM catalogue_answer
  WHERE NOT sample AND deleted_at IS NULL`;

/** The last answer to each year that was answered. */
export const lastAnswers = (database: Pick<DataSource, 'query'>): Promise<readonly LastAnswer[]> =>
  database.query(`${LAST} ORDER BY year, id DESC`);

/** The last answer to a year; null without one. */
export async function lastAnswerTo(
  database: Pick<DataSource, 'query'>,
  year: number,
): Promise<LastAnswer | null> {
  const [last]: readonly LastAnswer[] = await database.query(`${LAST} AND year = $1 ORDER BY year, id DESC`, [
    year,
  ]);
  return last ?? null;
}
