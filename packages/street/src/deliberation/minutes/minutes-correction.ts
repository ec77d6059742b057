import { column, defineTable, type RowOf } from '@mtg/commands';
import { MinutesItem } from './minutes-item';

/**
 * A correction of an item of issued minutes (更正). It is a document of its own, and what the item says from then on is its
 * new text; the minutes stay as they were issued.
 */
export const MinutesCorrection = defineTable('MinutesCorrection', {
  zh: '纪要更正',
  en: 'Correction of an item of issued minutes, a document of its own',
  list: 'Corrections of issued minutes',
  read: { group: 'DELIBERATION' },
  writes: 'APPEND_ONLY',
  columns: {
    minutesItemId: column.ref(() => MinutesItem, {
      inverse: {
        name: 'corrections',
        whole: true,
        zh: '更正，按时间先后',
        en: 'Corrections, oldest first. Empty if the item stands as issued',
      },
      trace: column.NEAR,
    }),
    number: column.mark('更正的文号', 'Number of the correction'),
    oldText: column.text('更正前的内容', 'Text before the correction'),
    newText: column.text('更正后的内容', 'Text after the correction'),
    reason: column.text('更正的理由', 'Reason for the correction'),
    issuer: column.subject('印发人(令牌中的人员标识)', 'Issuer, as token subject'),
    role: column.line('印发人的角色', 'Role of the issuer'),
  },
  trace: { title: 'number' },
});

export type MinutesCorrection = RowOf<typeof MinutesCorrection>;
