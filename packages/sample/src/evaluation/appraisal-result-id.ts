import { at } from '../calendar';
import { Random } from '../random';

/** Time at which the district recorded what it appraises in a year. */
export const recordedAt = (year: number): Date => at(`${year}-01-01`, 8);

/** The result that streets cite in reports on members in a year (R15). It is the same whatever the settings are. */
export const appraisalResultId = (year: number): string =>
  new Random(`appraisal/result/${year}`).idAt(recordedAt(year));
