import { column, defineTable, type RowOf } from '@mtg/commands';
import { OPINION_VERDICT_LABELS, OpinionVerdict } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { recordedLate } from '../../foundation/recorded-late';
import { StreetBodyKind } from './street-body-kind';
import { MajorMatter } from '../matters/major-matter';
import { Meeting } from '../meetings/meeting';

registerVocabulary(
  OpinionVerdict,
  'OpinionVerdict',
  { zh: '初步意见的结论', en: 'Verdict of a preliminary opinion (R01)' },
  OPINION_VERDICT_LABELS,
);

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
    verdict: column.optional(
      column.choice(
        OpinionVerdict,
        '结论；早期意见和没有协商的未注明',
        'Verdict. Null if not stated, as in early opinions and without a consultation',
      ),
    ),
    meetingId: column.optional(column.ref(() => Meeting, { inverse: 'opinions', trace: column.ON })),
    memberUnits: column.optional(
      column.whole(
        '会议当日该机构的成员单位数',
        'Number of member units of the body on the day of the meeting. Null without a meeting',
      ),
    ),
    unitsPresent: column.optional(
      column.whole(
        '其中出席会议的成员单位数',
        'Number of these member units that attended the meeting. Null without a meeting',
      ),
    ),
    givenOn: column.day('作出意见的日期', 'Day on which the body gave its opinion'),
  },
  derived: {
    recordedLate: recordedLate(
      'givenOn',
      'createdAt',
      '是否补录(登记晚于作出之日)',
      'Whether it was recorded after the day on which it was given',
    ),
  },
  shares: [
    'majorMatterId',
    'body',
    'consulted',
    'verdict',
    'meetingId',
    'memberUnits',
    'unitsPresent',
    'givenOn',
  ],
  trace: { title: { sql: 'coalesce(opinion, body)' } },
});

export type PreliminaryOpinion = RowOf<typeof PreliminaryOpinion>;
