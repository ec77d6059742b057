import { LINE, MARK, type Bilingual } from '@mtg/governance';
import type { ImportColumn } from '@mtg/subgraph-kit';

/** Statements that a line of a file of people can make. */
export const PEOPLE_ENTRY_LABELS = {
  PERSON: { zh: '人员', en: 'person' },
  POST: { zh: '任职', en: 'post' },
  LEAVE: { zh: '休假', en: 'leave' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type PeopleEntry = keyof typeof PEOPLE_ENTRY_LABELS;

const optional = { optional: true } as const;

/** The columns of a file of the register of people, their posts and leaves. */
export const PEOPLE_COLUMNS: readonly ImportColumn[] = [
  { name: 'entry', title: { zh: '行类别', en: 'entry' }, kind: LINE },
  { name: 'person', title: { zh: '人员', en: 'person' }, also: ['姓名'], kind: MARK },
  { name: 'since', title: { zh: '起始日期', en: 'since' }, also: ['到岗日期'], kind: LINE },
  { name: 'until', title: { zh: '最后一日', en: 'until' }, kind: LINE, ...optional },
  { name: 'subject', title: { zh: '人员标识', en: 'subject' }, kind: MARK, ...optional },
  {
    name: 'kind',
    title: { zh: '种类', en: 'kind' },
    also: ['职位种类', '休假种类'],
    kind: LINE,
    ...optional,
  },
  {
    name: 'center',
    title: { zh: '中心', en: 'center' },
    also: ['中心名称', '中心代码'],
    kind: LINE,
    ...optional,
  },
  { name: 'section', title: { zh: '科室', en: 'section' }, kind: LINE, ...optional },
];
