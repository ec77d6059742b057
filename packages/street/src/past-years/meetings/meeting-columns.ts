import { LINE, MARK, TEXT, type Bilingual } from '@mtg/governance';
import type { ImportColumn } from '@mtg/subgraph-kit';

/** Statements that a line of a file of meetings can make. */
export const MEETING_ENTRY_LABELS = {
  MEETING: { zh: '会议', en: 'meeting' },
  AGENDA: { zh: '议题', en: 'agenda item' },
  PRESENT: { zh: '出席', en: 'present' },
  ABSENT: { zh: '缺席', en: 'absent' },
  CENTER_REPORT: { zh: '中心汇报', en: 'center report' },
  UNIT_REPORT: { zh: '单位汇报', en: 'unit report' },
  NOTICE: { zh: '街道通报', en: 'street notice' },
  MINUTES: { zh: '纪要', en: 'minutes' },
  ITEM: { zh: '纪要条目', en: 'minutes item' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type MeetingEntry = keyof typeof MEETING_ENTRY_LABELS;

const optional = (name: string, zh: string, en: string, kind: ImportColumn['kind'] = TEXT): ImportColumn => ({
  name,
  title: { zh, en },
  kind,
  optional: true,
});

/** The columns of a file of meetings. Lines with the same `meeting` belong together. */
export const MEETING_COLUMNS: readonly ImportColumn[] = [
  { name: 'meeting', title: { zh: '会议编号', en: 'meeting' }, kind: MARK },
  { name: 'entry', title: { zh: '行类别', en: 'entry' }, kind: LINE },
  { name: 'kind', title: { zh: '会议种类', en: 'kind' }, kind: LINE },
  { name: 'held_on', title: { zh: '召开日期', en: 'day' }, kind: LINE },
  { name: 'title', title: { zh: '标题', en: 'title' }, kind: LINE },
  optional('place', '地点', 'place', LINE),
  optional('trigger', '事由', 'trigger', LINE),
  optional('requested_by', '提请单位', 'requested by', LINE),
  optional('urgency', '紧急事项', 'urgency'),
  optional('matter', '重大事项', 'major matter', LINE),
  optional('who', '中心或单位', 'center or unit', LINE),
  optional('this_week', '本周工作完成情况', 'this week'),
  optional('next_week', '下周工作计划', 'next week'),
  optional('community_matters', '需落实到社区的工作', 'community matters'),
  optional('progress', '工作进度', 'progress'),
  optional('difficulties', '困难与问题', 'difficulties'),
  optional('next_month', '下月工作的对接', 'next month'),
  optional('content', '内容', 'content'),
  optional('requirements', '要求', 'requirements'),
  optional('suggestions', '建议', 'suggestions'),
  optional('reason', '缺席的原因', 'reason'),
  optional('number', '文号', 'number', MARK),
  optional('issued_on', '印发日期', 'issued on', LINE),
  optional('agenda', '议题序号', 'agenda number', LINE),
  optional('relation', '与事由的关系', 'relation'),
  optional('community', '社区', 'community', LINE),
];
