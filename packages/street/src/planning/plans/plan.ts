import { column, defineTable, fact, type RowOf } from '@mtg/commands';
import { labelsOf, PLAN_KIND_LABELS, PlanKind, planMachine, PlanState } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { recordedLate } from '../../foundation/recorded-late';
import { Meeting } from '../../deliberation/meetings/meeting';
import { centerCode } from '../../organization/reference-columns';

registerVocabulary(PlanKind, 'PlanKind', { zh: '计划种类', en: 'Kind of a plan (R17)' }, PLAN_KIND_LABELS);
registerVocabulary(
  PlanState,
  'PlanState',
  { zh: '计划状态', en: 'State of a plan (R17)' },
  labelsOf(planMachine),
);

/** The plan of a center for a year or a month (R17). An amendment is a further row, so that history stays. */
export const Plan = defineTable('Plan', {
  zh: '中心计划',
  en: 'Plan of a center for a year or a month (R17)',
  list: 'Plans of centers for years and months',
  label: { zh: '中心计划', en: 'plan of a center' },
  read: { group: 'PLANNING' },
  writes: 'WORK',
  columns: {
    centerCode: centerCode('中心代码', 'Code of the center'),
    kind: column.choice(PlanKind, '种类', 'Kind'),
    period: column.number(
      '所计划的年度或月份，如 2026、2026-11',
      'Planned year or month, e.g. 2026 or 2026-11',
    ),
    year: column.whole('年度', 'Year of the planned time'),
    state: column.choice(PlanState, '状态', 'State'),
    retreatMeetingId: column.optional(
      column.ref(() => Meeting, {
        name: 'retreat',
        zh: '确定年度计划的年度务虚会',
        en: 'Annual retreat that settled the plan for a year. Null if none did',
        inverse: { name: 'plans', zh: '会上确定的年度计划', en: 'Plans for a year that the meeting settled' },
        trace: column.ON,
      }),
    ),
    submittedAt: column.optional(column.instant('报送时间', 'Time of submission. Null until then')),
    submittedBy: column.optional(
      column.subject('报送人(令牌中的人员标识)', 'Submitter, as token subject. Null until then'),
    ),
    returnReason: column.optional(
      column.text('退回的理由', 'Reason of the last return. Null unless the draft was returned'),
    ),
    adoptedOn: column.optional(column.day('确定日期', 'Day of adoption, Asia/Shanghai. Null until then')),
    adoptedAt: column.optional(
      column.instant('登记确定的时间', 'Time at which the adoption was recorded. Null until then'),
    ),
    previousId: column.optional(
      column.self({
        zh: '所调整的计划',
        en: 'Plan that this one amends. Null if it amends none',
        inverse: {
          name: 'amendment',
          single: true,
          zh: '调整后的计划',
          en: 'Plan that amends this one, adopted or not. Null if none does',
        },
      }),
    ),
    reason: column.optional(column.text('调整的理由', 'Reason for the amendment. Null if it amends none')),
    amendedAt: column.optional(
      column.instant(
        '被调整的时间，空为现行',
        'Time at which the adopted amendment replaced this plan. Null while current',
      ),
    ),
  },
  derived: {
    dueOn: fact.following(
      column.day('应确定的日期(R17)', 'Last day for the adoption in time (R17)'),
      {},
      { from: ['kind', 'period'], sql: (row) => planDue(row) },
    ),
    recordedLate: recordedLate(
      'adoptedOn',
      'adoptedAt',
      '是否补录',
      'Whether the adoption was recorded after its day',
    ),
  },
  shares: [
    'centerCode',
    'kind',
    'period',
    'year',
    'state',
    'retreatMeetingId',
    'submittedAt',
    'adoptedOn',
    'adoptedAt',
    'previousId',
    'amendedAt',
  ],
  trace: { title: { sql: `center_code || ' ' || period` } },
});

export type Plan = RowOf<typeof Plan>;

/** SQL of the day on which a plan is due, as `planDueOn` has it. */
export function planDue(row: string): string {
  return `(${row}.period || CASE ${row}.kind WHEN 'YEAR' THEN '-03-31' ELSE '-01' END)::date`;
}
