import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf } from '../catalogue/violation';
import { unless } from '../checks/unless';
import { addDays, type LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import type { Year } from '../time/period';

/** The appraisal of a year, and the street's reports on the departments in that year. */
export interface YearOfAppraisal {
  readonly year: Year;
  readonly appraisalDay: LocalDay;
  readonly today: LocalDay;
  readonly reports: readonly { readonly handedInOn: LocalDay }[];
}

const definition: Rule = {
  code: 'R14',
  name: { zh: '考核前报告', en: 'Report before the appraisal' },
  sentence: '每年绩效考核前,街道要向区建设工作领导小组报告职能部门成员单位在街道工作的落实情况',
  lines: [116],
  english:
    'Every year before the performance appraisal, the street shall report to the district’s leading group for construction work on how the member units from the functional departments have carried out their work in the street.',
  kinds: ['CADENCE'],
  invariant: {
    zh: '街道关于职能部门的报告须早于当年的绩效考核日期。',
    en: 'The street’s report on the departments precedes that year’s appraisal date.',
  },
  note: {
    zh: '原文作“区建设工作领导小组”；前一句讲“社会建设工作考核”，可能是“区社会建设工作领导小组”漏字。原文照录。',
    en: 'The study says “the district’s leading group for construction work”. The previous sentence speaks of the appraisal of social construction work, so “social” may be missing. The words are kept.',
  },
};

const violation = violationsOf(definition);

/** Days before the appraisal from which the report is due. */
const DUE_DAYS = 30;

/** First day on which the report of a year is a duty. */
export const departmentReportDueFrom = (appraisalDay: LocalDay): LocalDay => addDays(appraisalDay, -DUE_DAYS);

/** R14 考核前报告: a report before the appraisal (cadence; seed:116). */
export const r14: EnforcedRule<YearOfAppraisal> = {
  ...definition,
  check: ({ year, appraisalDay, today, reports }) => {
    // The day is looked at from itself on: a report of that day no longer precedes the appraisal.
    if (!precedes(appraisalDay, today)) return [];
    const before = reports.some(({ handedInOn }) => handedInOn < appraisalDay);
    return unless(before, () =>
      violation(
        'reports',
        `${year} 年绩效考核日期为 ${appraisalDay}，街道没有在此之前报告职能部门成员单位的落实情况。请补报，并说明迟报原因。`,
        `The appraisal of ${year} is on ${appraisalDay}, and the street did not report on the departments before it. Hand the report in, and explain the delay.`,
      ),
    );
  },
};
