import { defineReadable, field } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { AgendaItem } from './agenda-item';
import { AttendanceRecord } from './attendance-record';
import { CenterReport } from './center-report';
import { MemberReport } from './member-report';
import { StreetNotice } from './street-notice';

/** What is recorded of a meeting, as it is read. */
export const agendaItems = defineReadable({
  entity: AgendaItem,
  name: 'AgendaItem',
  one: 'agendaItem',
  many: 'agendaItems',
  description: zhEn('会议议题', 'Items of meetings’ agendas'),
  group: 'DELIBERATION',
});

export const attendanceRecords = defineReadable({
  entity: AttendanceRecord,
  name: 'AttendanceRecord',
  one: 'attendanceRecord',
  many: 'attendanceRecords',
  description: zhEn('出席记录', 'Who was at meetings, and who was not'),
  group: 'DELIBERATION',
});

export const memberReports = defineReadable({
  entity: MemberReport,
  name: 'MemberReport',
  one: 'memberReport',
  many: 'memberReports',
  description: zhEn('成员单位汇报', 'What member units report to joint and special meetings'),
  group: 'DELIBERATION',
});

export const streetNotices = defineReadable({
  entity: StreetNotice,
  name: 'StreetNotice',
  one: 'streetNotice',
  many: 'streetNotices',
  description: zhEn('街道通报', 'What the street tells its member units in meetings'),
  group: 'DELIBERATION',
});

export const centerReports = defineReadable({
  entity: CenterReport,
  name: 'CenterReport',
  one: 'centerReport',
  many: 'centerReports',
  description: zhEn('中心汇报', 'What centers report to weekly and monthly meetings'),
  group: 'DELIBERATION',
  filters: { centerCode: field.code(zhEn('中心代码', 'Code of the center')) },
});
