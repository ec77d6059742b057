import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf, type RuleViolation } from '../catalogue/violation';
import { findingsAfter } from '../checks/cadence';
import { hasWords, type Maybe } from '../checks/facts';
import { unless } from '../checks/unless';
import type { LocalDay } from '../time/local-day';
import type { Year } from '../time/period';
import { DEPUTY_REPORT_RECIPIENT_LABELS, DeputyReportRecipient } from '../vocabulary/evaluation';
import { listOf } from '../vocabulary/labelled';

/** A street's report on “两代表一委员” about to be issued. */
export interface DeputyReportFacts {
  readonly content?: Maybe<string>;
  readonly recipients: readonly DeputyReportRecipient[];
  /** Activities of the year on record. */
  readonly onRecord: readonly string[];
  /** Activities that it cites. */
  readonly cited: readonly string[];
}

/** One street's reports on “两代表一委员” in a year, looked back at after its end. */
export interface YearOfDeputyReports {
  readonly year: Year;
  readonly today: LocalDay;
  /** Reports on that year. */
  readonly deputyReports: readonly unknown[];
  /** Number of activities of that year on record that no report cites. */
  readonly uncited: number;
}

const definition: Rule = {
  code: 'R16',
  name: { zh: '两代表一委员作用报告', en: 'Report on deputies and committee members' },
  sentence: '要向区人大、政协和组织部门报告“两代表一委员”在街道工作中发挥作用情况。',
  lines: [116],
  english:
    '[The street] shall report to the district people’s congress, the CPPCC and the organization department on the part that the “two kinds of deputies and one kind of committee member” play in the street’s work.',
  kinds: ['REPORT'],
  invariant: {
    zh: '每年各有一份报告，分送区人大、政协和组织部门。',
    en: 'A report goes to the district people’s congress, the CPPCC and the organization department every year.',
  },
  note: {
    zh: '原文没有说明“两代表一委员”的范围，按名称记录；“每年”承接同一长句开头的“每年绩效考核前”，“考核前”只用于对职能部门的报告（R14），本报告按年末计。报告引用当年逐条登记的活动（recordDeputyActivity）；此后登记的活动由补充报告引用，同样分送三方。年度终了仍有未被引用的活动的，为违规，补充报告引用后即合规。',
    en: 'The study does not define the “two kinds of deputies and one kind of committee member”. The term is stored as named. “Every year” comes from the beginning of the same sentence. “Before the appraisal” is of the report on departments alone (R14), so that this one is due by the end of the year. The report cites the activities on record of the year (recordDeputyActivity). A supplement, which goes to all three as well, cites those recorded since. A year is broken while an activity of it is cited by no report, and kept once a supplement cites it.',
  },
};

const violation = violationsOf(definition);

/** R16 两代表一委员作用报告: report on deputies and committee members (report; seed:116). */
export const r16: EnforcedRule<DeputyReportFacts | YearOfDeputyReports> = {
  ...definition,
  check: (facts) => ('deputyReports' in facts ? checkYear(facts) : checkReport(facts)),
};

function checkReport({ content, recipients, onRecord, cited }: DeputyReportFacts): readonly RuleViolation[] {
  const missing = Object.values(DeputyReportRecipient).filter((each) => !recipients.includes(each));
  const names = listOf(DEPUTY_REPORT_RECIPIENT_LABELS, missing);
  const left = onRecord.filter((id) => !cited.includes(id)).length;
  return [
    ...unless(hasWords(content), () =>
      violation('content', '报告没有内容。请填写。', 'The report has no content. Add it.'),
    ),
    ...unless(missing.length === 0, () =>
      violation(
        'recipients',
        `报告没有送：${names.zh}。请分送区人大、政协和组织部门。`,
        `The report does not go to: ${names.en}. Send it to all three.`,
      ),
    ),
    ...unless(left === 0, () =>
      violation(
        'activities',
        `报告漏引了当年登记的 ${left} 项活动。请全部引用。`,
        `The report leaves out ${left} activities of the year on record. Cite them all.`,
      ),
    ),
  ];
}

function checkYear({ year, today, deputyReports, uncited }: YearOfDeputyReports): readonly RuleViolation[] {
  return findingsAfter(definition, { kind: 'YEAR', period: year, today }, () => [
    ...unless(deputyReports.length === 0 || uncited === 0, () =>
      violation(
        'activities',
        `${year} 年登记的 ${uncited} 项活动没有报告引用。请报送补充报告（issueDeputyReport）。`,
        `${uncited} activities of ${year} on record are cited by no report. Issue a supplement that cites them (issueDeputyReport).`,
      ),
    ),
    ...unless(deputyReports.length > 0, () =>
      violation(
        'deputyReports',
        `${year} 年没有报送“两代表一委员”作用报告。请补报（issueDeputyReport），分送区人大、政协和组织部门。`,
        `No report on deputies and committee members was issued for ${year}. Issue it to the people’s congress, the CPPCC and the organization department (issueDeputyReport).`,
      ),
    ),
  ]);
}
