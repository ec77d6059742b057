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
  { zh: '专题会议事由', en: 'Why a special meeting is convoked (R05)' },
  MEETING_TRIGGER_KIND_LABELS,
);

/** A meeting of the street's bodies, or of its seven centers. */
export const Meeting = defineTable('Meeting', {
  zh: '会议',
  en: 'A meeting of the street’s bodies or of its centers',
  list: 'Meetings of the street’s bodies and of its centers',
  read: { group: 'DELIBERATION' },
  writes: 'WORK',
  columns: {
    kind: column.choice(MeetingKind, '种类', 'Kind'),
    state: column.choice(MeetingState, '状态', 'State'),
    number: column.number(
      '编号，如 大峪周例〔2026〕第47号',
      'Number, unique in its street, given by the platform',
    ),
    /** Of the day of convocation; numbers run within a kind and a year. */
    year: column.whole('编号年份，即召集之年', 'Year of the number: that in which it was convoked'),
    sequence: column.sequence(),
    title: column.line('标题', 'Title'),
    place: column.optional(column.line('地点', 'Where')),
    scheduledAt: column.instant('计划时间', 'When it is to be held'),
    openedAt: column.optional(column.instant('开会时间', 'When it began; null until then')),
    closedAt: column.optional(column.instant('闭会时间', 'When it ended; null until then')),
    heldOn: column.optional(
      column.day('召开日期(北京时间)', 'Day on which it was held, in Asia/Shanghai; null until it began'),
    ),
    convenerRole: column.line('召集人的角色', 'Role in which the convener acted'),
    convener: column.subject('召集人(令牌的 sub)', 'Who convoked it: the token’s subject'),
    triggerKind: column.optional(
      column.choice(MeetingTriggerKind, '事由种类，专题会议必有', 'Why; of special meetings only (R05)'),
    ),
    requestedBy: column.optional(column.line('提请的成员单位', 'The member unit that asked for it')),
    majorMatterId: column.optional(
      column.ref(() => MajorMatter, {
        zh: '重大事项',
        en: 'The major matter that it is about; null where it is about none',
        trace: column.ON,
      }),
    ),
    urgency: column.optional(column.text('紧急事项', 'What was urgent')),
    cancelReason: column.optional(column.text('取消的理由', 'Why it was cancelled')),
  },
  trace: { title: 'title' },
});

export type Meeting = RowOf<typeof Meeting>;
