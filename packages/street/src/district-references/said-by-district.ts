import type { AppraisalDays } from './known-appraisals';

/** Facts of the district that a street’s checks over time rest on, as it said last. */
export interface SaidByDistrict {
  readonly appraisalDays: AppraisalDays;
  /** Names of departments by code. Empty where the street is deployed without a district. */
  readonly departmentNames: ReadonlyMap<string, string>;
}
