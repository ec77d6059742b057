import { column, defineTable, type RowOf } from '@mtg/commands';
import { difficultyMachine, DifficultyState, labelsOf } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { recordedLate } from '../../foundation/recorded-late';
import { daysOpen } from '../../foundation/days-open';
import { centerCode } from '../../organization/reference-columns';
import { CenterReport } from './center-report';

registerVocabulary(
  DifficultyState,
  'DifficultyState',
  { zh: '困难与问题状态', en: 'State of a difficulty (R20)' },
  labelsOf(difficultyMachine),
);

/** A difficulty that a center reported at a monthly progress meeting, until it is solved (R20). */
export const Difficulty = defineTable('Difficulty', {
  zh: '困难与问题',
  en: 'Difficulty that a center reported at a monthly progress meeting (R20)',
  list: 'Difficulties that centers reported at monthly progress meetings',
  many: 'difficulties',
  read: { group: 'DELIBERATION' },
  writes: 'WORK',
  columns: {
    reportId: column.ref(() => CenterReport, {
      inverse: {
        name: 'reportedDifficulties',
        zh: '月推进会：所报的困难与问题',
        en: 'Monthly meeting: difficulties that the center reported. Empty if it had none',
      },
      trace: column.ON,
    }),
    state: column.choice(DifficultyState, '状态', 'State'),
    centerCode: centerCode('负责中心代码', 'Code of the center responsible for it'),
    responsiblePerson: column.optional(
      column.personal(column.line('责任人', 'Responsible person. Null if none is named')),
    ),
    content: column.text('内容', 'Content'),
    raisedOn: column.day('提出日期，即会议日期', 'Day on which it was reported, that of the meeting'),
    progress: column.optional(column.text('最近进展', 'Latest progress. Null if none is recorded')),
    solution: column.optional(column.text('解决情况', 'How it was solved. Null until then')),
    solvedOn: column.optional(column.day('解决日期', 'Day of the solution. Null until then')),
    solvedAt: column.optional(
      column.instant('登记解决的时间', 'Time at which the solution was recorded. Null until then'),
    ),
    solvedBy: column.optional(
      column.subject(
        '登记解决的人(令牌中的人员标识)',
        'Recorder of the solution, as token subject. Null until then',
      ),
    ),
  },
  derived: {
    daysOpen,
    recordedLate: recordedLate(
      'solvedOn',
      'solvedAt',
      '是否补录',
      'Whether the solution was recorded after its day',
    ),
  },
  shares: ['reportId', 'state', 'centerCode', 'raisedOn', 'solvedOn', 'solvedAt'],
  trace: { title: 'content' },
});

export type Difficulty = RowOf<typeof Difficulty>;
