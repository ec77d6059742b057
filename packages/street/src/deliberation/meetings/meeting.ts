import { column, defineTable, type RowOf } from '@mtg/commands';
import {
  labelsOf,
  MEETING_KIND_LABELS,
  MEETING_TRIGGER_KIND_LABELS,
  MeetingKind,
  meetingMachine,
  MeetingState,
  MeetingTriggerKind,
} from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { recordedLate } from '../../foundation/recorded-late';
import { MajorMatter } from '../matters/major-matter';

registerVocabulary(
  MeetingKind,
  'MeetingKind',
  { zh: '会议种类', en: 'Kind of meeting' },
  MEETING_KIND_LABELS,
);
registerVocabulary(
  MeetingState,
  'MeetingState',
  { zh: '会议状态', en: 'State of a meeting' },
  labelsOf(meetingMachine),
);
registerVocabulary(
  MeetingTriggerKind,
  'MeetingTriggerKind',
  { zh: '专题会议事由', en: 'Trigger of a special meeting (R05)' },
  MEETING_TRIGGER_KIND_LABELS,
);

/** A meeting of the street's bodies, or of its seven centers. */
export const Meeting = defineTable('Meeting', {
  zh: '会议',
  en: 'Meeting of the street’s bodies or of its centers',
  list: 'Meetings of the street’s bodies and centers',
  read: { group: 'DELIBERATION' },
  writes: 'WORK',
  columns: {
    kind: column.choice(MeetingKind, '种类', 'Kind'),
    state: column.choice(MeetingState, '状态', 'State'),
    number: column.number(
      '编号，如 大峪周例〔2026〕第47号',
      'Number, unique in the street, assigned by the platform',
    ),
    /** Of the day of convocation; numbers run within a kind and a year. */
    year: column.whole(
      '编号年份，即召集之年；补录以往年份的会议，为计划时间之年',
      'Year of the number, i.e. of convening, or of the planned time where that was earlier',
    ),
    sequence: column.sequence(),
    title: column.line('标题', 'Title'),
    place: column.optional(column.line('地点', 'Place')),
    scheduledAt: column.instant('计划时间', 'Planned time'),
    openedAt: column.optional(
      column.instant('登记开会的时间', 'Time at which the opening was recorded. Null until then'),
    ),
    closedAt: column.optional(
      column.instant('登记闭会的时间', 'Time at which the closing was recorded. Null until then'),
    ),
    heldOn: column.optional(
      column.day(
        '召开日期(北京时间)',
        'Day on which the meeting was held, Asia/Shanghai. Null until it starts',
      ),
    ),
    convenerRole: column.line('召集人的角色', 'Role of the convener'),
    convener: column.subject('召集人(令牌中的人员标识)', 'Convener, as token subject'),
    triggerKind: column.optional(
      column.choice(
        MeetingTriggerKind,
        '事由种类，专题会议必有',
        'Kind of trigger. Set for special meetings only (R05)',
      ),
    ),
    requestedBy: column.optional(column.line('提请的成员单位', 'Member unit that requested the meeting')),
    majorMatterId: column.optional(
      column.ref(() => MajorMatter, {
        zh: '重大事项',
        en: 'Major matter concerned. Null if none',
        trace: column.ON,
      }),
    ),
    urgency: column.optional(column.text('紧急事项', 'Urgent matter')),
    cancelReason: column.optional(column.text('取消的理由', 'Reason for the cancellation')),
  },
  derived: {
    recordedLate: recordedLate(
      'heldOn',
      'openedAt',
      '是否补录(登记晚于召开之日)',
      'Whether it was recorded after the day on which it was held',
    ),
  },
  shares: [
    'kind',
    'state',
    'number',
    'year',
    'title',
    'place',
    'scheduledAt',
    'openedAt',
    'closedAt',
    'heldOn',
    'convenerRole',
    'triggerKind',
    'requestedBy',
    'majorMatterId',
  ],
  trace: { title: 'title' },
});

export type Meeting = RowOf<typeof Meeting>;
