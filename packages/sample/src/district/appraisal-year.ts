import { addDays, yearOf, type LocalDay } from '@mtg/governance';
import { mondayOf } from '../calendar';
import { appraisalResultId, recordedAt } from '../evaluation/appraisal-result-id';
import { handInDay } from '../hand-in-day';
import { titled } from '../people';
import { Random } from '../random';
import type { SampleSettings } from '../settings';
import { row, type DistrictRow } from './district-row';

const DAYS = 364;

/** Rows of the calendar of appraisals and of their results, by table, for the year in which a sample street reports (R14, R15). */
export function appraisalRows({
  until,
}: Pick<SampleSettings, 'until'>): readonly (readonly [table: string, rows: readonly DistrictRow[]])[] {
  const handedInOn = handInDay({ first: mondayOf(addDays(until, -DAYS)) });
  const year = Number(yearOf(handedInOn));
  // The reports on members follow on the day after, which may be in the next year.
  const years = [...new Set([year, Number(yearOf(addDays(handedInOn, 1)))])];
  const day: LocalDay = `${year}-12-31`;
  return [
    ['appraisal_day', handedInOn < day ? [dayOf(year, day)] : []],
    ['appraisal_result', years.map(resultOf)],
  ];
}

const dayOf = (year: number, day: LocalDay): DistrictRow =>
  row(new Random(`appraisal/day/${year}`).idAt(recordedAt(year)), recordedAt(year), {
    year,
    day,
    reason: null,
  });

const resultOf = (year: number): DistrictRow =>
  row(appraisalResultId(year), recordedAt(year), {
    year,
    scheme: '四评一创',
    title: titled(`${year}年民主评议`),
    content: titled('总体较好'),
    street_code: null,
    department_code: null,
  });

/** Statements that remove them with the last sample year of a street. */
export const REMOVE_APPRAISALS: readonly string[] = ['appraisal_result', 'appraisal_day'].map(
  (table) => `DELETE FROM ${table} WHERE sample AND NOT EXISTS (SELECT FROM fund_transfer WHERE sample)`,
);
