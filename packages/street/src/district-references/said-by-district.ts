import { PLAIN_WEEKS, type LocalDay, type WorkCalendar } from '@mtg/governance';
import type { AppraisalDays } from './known-appraisals';

/** Facts of the district that a street’s checks over time rest on, as it said last. */
export interface SaidByDistrict {
  /** The day from which the street is judged; undefined where none is set. */
  readonly judgedSince: LocalDay | undefined;
  readonly appraisalDays: AppraisalDays;
  /** Holidays and make-up working days. */
  readonly calendar: WorkCalendar;
  /** Names of departments by code. Empty where the street is deployed without a district. */
  readonly departmentNames: ReadonlyMap<string, string>;
}

/** Knowledge of a street before its district has said anything. */
export const NOTHING_SAID: SaidByDistrict = {
  judgedSince: undefined,
  appraisalDays: new Map(),
  calendar: PLAIN_WEEKS,
  departmentNames: new Map(),
};
