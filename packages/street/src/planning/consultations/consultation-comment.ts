import { column, defineTable, type RowOf } from '@mtg/commands';
import { Consultation } from './consultation';

/** A comment on a consultation, by the department or the center (R18). It is never changed. */
export const ConsultationComment = defineTable('ConsultationComment', {
  zh: '会商意见',
  en: 'Comment on a consultation, by the department or the center',
  list: 'Comments on consultations',
  label: { zh: '会商意见', en: 'comment on a consultation' },
  read: { group: 'CONSULTATION', via: 'consultationId' },
  writes: 'APPEND_ONLY',
  columns: {
    consultationId: column.ref(() => Consultation, { inverse: 'comments', trace: column.NEAR }),
    text: column.text('意见', 'Comment'),
    authorRole: column.line('意见人的角色', 'Role of the author'),
    author: column.subject('意见人(令牌中的人员标识)', 'Author, as token subject'),
  },
  shares: ['consultationId', 'authorRole'],
  trace: { title: 'text' },
});

export type ConsultationComment = RowOf<typeof ConsultationComment>;
