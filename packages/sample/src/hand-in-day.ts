import { addDays, type LocalDay } from '@mtg/governance';
import { workday } from './calendar';

/** Day from the first on which a sample street hands its report on departments in. */
const HANDED_IN_AFTER = 35;

/** The day on which the report on departments is handed in, before that year's appraisal. @param first day of the sample year */
export const handInDay = ({ first }: { readonly first: LocalDay }): LocalDay =>
  workday(addDays(first, HANDED_IN_AFTER));
