import type { RowOf } from '@mtg/commands';
import { correctionTable } from '../../foundation/corrections/correction-table';
import { CommunityVisit } from './community-visit';

/** Values of visits before they were corrected. */
export const CommunityVisitCorrection = correctionTable(CommunityVisit, {
  of: { zh: '走访', en: 'a visit' },
});

export type CommunityVisitCorrection = RowOf<typeof CommunityVisitCorrection>;
