import { column, defineTable, type RowOf } from '@mtg/commands';
import { baseTaskCodes } from '../../organization/reference-columns';
import { CommitteeDecision } from '../decisions/committee-decision';

/** A key point of the street's year (全年工作要点), from which orders may be dispatched (R11). It is never changed. */
export const KeyPoint = defineTable('KeyPoint', {
  zh: '全年工作要点',
  en: 'Key point of the street’s year',
  list: 'Annual key points',
  label: { zh: '工作要点', en: 'key point' },
  read: { group: 'DELIBERATION' },
  writes: 'APPEND_ONLY',
  columns: {
    year: column.whole('年份', 'Year'),
    number: column.whole('年内序号', 'Number within the year'),
    title: column.line('标题', 'Title'),
    content: column.text('内容', 'Content of the work'),
    baseTaskCodes: baseTaskCodes('所落实的基础任务代码', 'Codes of the base tasks carried out'),
    decisionId: column.ref(() => CommitteeDecision, { trace: column.ON }),
  },
  shares: ['year', 'number', 'title', 'baseTaskCodes', 'decisionId'],
  trace: { title: 'title' },
});

export type KeyPoint = RowOf<typeof KeyPoint>;
