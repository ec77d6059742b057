import { LINE, TEXT } from '@mtg/governance';
import type { ImportColumn } from '@mtg/subgraph-kit';

/** The columns of a file of ledger entries (R27). */
export const LEDGER_COLUMNS: readonly ImportColumn[] = [
  { name: 'center', title: { zh: '中心', en: 'center' }, also: ['中心名称', '中心代码'], kind: LINE },
  {
    name: 'community',
    title: { zh: '社区', en: 'community' },
    also: ['社区名称', '社区代码', '社区编码'],
    kind: LINE,
  },
  { name: 'kind', title: { zh: '种类', en: 'kind' }, also: ['类别', '台账种类'], kind: LINE },
  { name: 'text', title: { zh: '内容', en: 'text' }, also: ['台账内容'], kind: TEXT },
  { name: 'count', title: { zh: '数量', en: 'count' }, also: ['数目'], kind: LINE },
  { name: 'source', title: { zh: '来源', en: 'source' }, also: ['信息来源'], kind: TEXT },
  {
    name: 'verified_on',
    title: { zh: '核实日期', en: 'day of verification' },
    also: ['最近核实日期', '核实时间'],
    kind: LINE,
  },
];
