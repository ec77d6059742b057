import { LINE, MARK, TEXT } from '@mtg/governance';
import type { ImportColumn } from '@mtg/subgraph-kit';

/** The days of an order in their order, with the command that each step is. */
export const ORDER_DAYS = [
  { column: 'issued_on', name: { zh: '下发日期', en: 'the day of dispatch' } },
  { column: 'accepted_on', name: { zh: '接单日期', en: 'the day of acceptance' } },
  { column: 'started_on', name: { zh: '开始办理日期', en: 'the day on which work began' } },
  { column: 'submitted_on', name: { zh: '提交验收日期', en: 'the day of submission' } },
  { column: 'verified_on', name: { zh: '验收日期', en: 'the day of verification' } },
  { column: 'closed_on', name: { zh: '办结日期', en: 'the day of closing' } },
] as const;

/** The columns of a file of closed orders. Each cites exactly one source (R11). */
export const ORDER_COLUMNS: readonly ImportColumn[] = [
  { name: 'order', title: { zh: '原编号', en: 'order' }, also: ['派单编号'], kind: MARK },
  { name: 'title', title: { zh: '标题', en: 'title' }, kind: LINE },
  { name: 'content', title: { zh: '内容', en: 'content' }, kind: TEXT },
  { name: 'center', title: { zh: '承办中心', en: 'center' }, also: ['中心'], kind: LINE },
  { name: 'person', title: { zh: '责任人', en: 'responsible person' }, kind: LINE },
  { name: 'deadline', title: { zh: '完成时限', en: 'deadline' }, kind: LINE },
  { name: 'project', title: { zh: '所属项目', en: 'project' }, also: ['项目'], kind: LINE },
  ...ORDER_DAYS.map(({ column, name }): ImportColumn => ({
    name: column,
    title: { zh: name.zh, en: column.replace('_', ' ') },
    kind: LINE,
    // Where it is not known, work began on the day of acceptance.
    ...(column === 'started_on' && { optional: true }),
  })),
  { name: 'minutes', title: { zh: '纪要文号', en: 'minutes' }, kind: MARK, optional: true },
  { name: 'item', title: { zh: '纪要条目序号', en: 'minutes item' }, kind: LINE, optional: true },
  { name: 'delegation', title: { zh: '委托文件文号', en: 'delegation' }, kind: MARK, optional: true },
  { name: 'key_point', title: { zh: '工作要点序号', en: 'key point' }, kind: LINE, optional: true },
];
