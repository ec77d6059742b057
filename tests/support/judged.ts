import type { LocalDay } from '@mtg/governance';
import {
  NOTHING_SAID,
  type SaidByDistrict,
} from '../../packages/street/src/district-references/said-by-district';

/** Knowledge of a street whose district has set the day from which it is judged, and nothing else. */
export const judgedSince = (day: LocalDay): SaidByDistrict => ({ ...NOTHING_SAID, judgedSince: day });
