import { LINE, TEXT } from '@mtg/governance';
import type { ImportColumn } from '@mtg/subgraph-kit';

/** The columns of a file of visits. Without the day on which it was planned, a visit has no plan (R24). */
export const VISIT_COLUMNS: readonly ImportColumn[] = [
  { name: 'day', title: { zh: '日期', en: 'day' }, also: ['走访日期'], kind: LINE },
  { name: 'center', title: { zh: '中心', en: 'center' }, also: ['中心名称', '中心代码'], kind: LINE },
  { name: 'community', title: { zh: '社区', en: 'community' }, also: ['社区名称', '社区代码'], kind: LINE },
  { name: 'person', title: { zh: '人员', en: 'person' }, also: ['走访人员', '姓名'], kind: LINE },
  { name: 'form', title: { zh: '形式', en: 'form' }, also: ['走访形式'], kind: LINE },
  { name: 'record', title: { zh: '走访记录', en: 'record' }, kind: TEXT },
  { name: 'log', title: { zh: '民情日志', en: 'sentiment log' }, kind: TEXT },
  { name: 'topic', title: { zh: '主题', en: 'topic' }, kind: LINE, optional: true },
  { name: 'theme', title: { zh: '主题词', en: 'theme' }, kind: LINE, optional: true },
  { name: 'planned_on', title: { zh: '计划制定日期', en: 'planned on' }, kind: LINE, optional: true },
  { name: 'route', title: { zh: '路线', en: 'route' }, kind: LINE, optional: true },
  { name: 'actions', title: { zh: '动作', en: 'actions' }, kind: TEXT, optional: true },
];
