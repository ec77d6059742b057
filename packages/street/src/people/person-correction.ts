import type { RowOf } from '@mtg/commands';
import { correctionTable } from '../foundation/corrections/correction-table';
import { Person } from './person';

/** Entries of the register before they were corrected. */
export const PersonCorrection = correctionTable(Person, {
  of: { zh: '人员登记', en: 'an entry of the register of people' },
});

export type PersonCorrection = RowOf<typeof PersonCorrection>;
