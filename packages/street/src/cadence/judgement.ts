import { column, defineTable, registerJudgementVocabulary, type RowOf } from '@mtg/commands';
import { DutyStatus, Verdict } from '@mtg/governance';
import { centerCode } from '../organization/reference-columns';
import { ruleAndPeriod } from './rule-and-period';

registerJudgementVocabulary();

/** Duty of a rule in a period: due until a day, and judged from the next day on. The sweep judges again what changes. */
export const Judgement = defineTable('Judgement', {
  zh: '考核事项',
  en: 'Duty of a rule in a period, and its judgement from the day after it was due. One per rule, period and subject',
  list: 'Judgements and duties of the rules over time',
  label: { zh: '考核事项', en: 'judgement' },
  read: { group: 'CADENCE' },
  writes: 'WORK',
  columns: {
    ...ruleAndPeriod,
    subject: column.personal(
      column.line(
        '对象：街道代码、中心、“中心/人员”或“中心/部门”',
        'Subject: the street’s code, a center, center/person or center/department',
      ),
    ),
    centerCode: column.optional(
      centerCode('由哪个中心办理，空为街道', 'Center that has to do it. Null for the street as a whole'),
    ),
    dueOn: column.day('应于该日前完成(含当日)', 'Last day on which it is done in time'),
    remindOn: column.day('提醒起始日', 'Day from which it is reminded of, as the street has configured'),
    status: column.choice(DutyStatus, '应办状态', 'Status as a duty'),
    verdict: column.optional(
      column.choice(Verdict, '考核结论，到期前为空', 'Judgement. Null until the day has passed'),
    ),
    late: column.yesOrNo('是否靠补录合规', 'Whether it is kept by what was recorded after the day (补录)'),
    reason: column.optional(
      column.personal(
        column.text(
          '所缺与改法，或未考核的理由',
          'What is missing and how to correct it, or why it is not judged. Null where it is kept',
        ),
      ),
    ),
    counted: column.whole('计入的事实数', 'Number of facts counted'),
    countedDays: column.lines('计入的日期', 'Days on which the facts counted happened'),
    factIds: column.codes(
      '计入的事实的标识，可用 trace 溯源',
      'Ids of the facts counted, each of which `trace` takes',
    ),
  },
  shares: ['rule', 'period', 'centerCode', 'dueOn', 'remindOn', 'status', 'verdict', 'late', 'counted'],
});

export type Judgement = RowOf<typeof Judgement>;
