import { BODY_KIND_LABELS } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';

/** The two bodies that deliberate on major matters; a community's does not (R01). */
export const StreetBodyKind = {
  ENLARGED_WORKING_COMMITTEE: 'ENLARGED_WORKING_COMMITTEE',
  AREA_MANAGEMENT_COMMITTEE: 'AREA_MANAGEMENT_COMMITTEE',
} as const;
export type StreetBodyKind = keyof typeof StreetBodyKind;

const { ENLARGED_WORKING_COMMITTEE, AREA_MANAGEMENT_COMMITTEE } = BODY_KIND_LABELS;
registerVocabulary(
  StreetBodyKind,
  'StreetBodyKind',
  { zh: '街道议事协调机构', en: 'One of the street’s two bodies' },
  { ENLARGED_WORKING_COMMITTEE, AREA_MANAGEMENT_COMMITTEE },
);
