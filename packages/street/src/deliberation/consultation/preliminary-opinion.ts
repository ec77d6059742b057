import { column, defineTable, type RowOf } from '@mtg/commands';
import { StreetBodyKind } from './street-body-kind';
import { MajorMatter } from '../matters/major-matter';
import { Meeting } from '../meetings/meeting';

/** Record of one of the two bodies on a major matter (R01). It is never changed, but another may follow it. */
export const PreliminaryOpinion = defineTable('PreliminaryOpinion', {
  zh: '初步意见',
  en: 'Preliminary opinion of one of the street’s two bodies on a major matter',
  list: 'Preliminary opinions of the street’s two bodies on major matters',
  read: { group: 'DELIBERATION' },
  writes: 'APPEND_ONLY',
  columns: {
    majorMatterId: column.ref(() => MajorMatter, {
      zh: '重大事项',
      en: 'Major matter concerned. Null if none',
      inverse: 'opinions',
      trace: column.ON,
    }),
    body: column.choice(StreetBodyKind, '作出意见的机构', 'Body that gave the opinion'),
    consulted: column.yesOrNo('是否已协商', 'Whether the body has consulted on the matter'),
    opinion: column.optional(column.text('初步意见', 'Preliminary opinion. Null until given')),
    meetingId: column.optional(column.ref(() => Meeting, { inverse: 'opinions', trace: column.ON })),
  },
  shares: ['majorMatterId', 'body', 'consulted', 'meetingId'],
  trace: { title: { sql: 'coalesce(opinion, body)' } },
});

export type PreliminaryOpinion = RowOf<typeof PreliminaryOpinion>;
