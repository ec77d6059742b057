import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf } from '../catalogue/violation';
import { isBlank, type Maybe } from '../checks/facts';
import { unless } from '../checks/unless';
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
    zh: '原文没有说明“两代表一委员”的范围，按名称记录；“每年”承接同一长句开头的“每年绩效考核前”。报告引用当年逐条登记的活动（recordDeputyActivity）。',
    en: 'The study does not define the “two kinds of deputies and one kind of committee member”. The term is stored as named. “Every year” comes from the beginning of the same sentence. The report cites the activities on record of the year (recordDeputyActivity).',
  },
};

const violation = violationsOf(definition);

/** R16 两代表一委员作用报告: report on deputies and committee members (report; seed:116). */
export const r16: EnforcedRule<DeputyReportFacts> = {
  ...definition,
  check: ({ content, recipients, onRecord, cited }) => {
    const missing = Object.values(DeputyReportRecipient).filter((each) => !recipients.includes(each));
    const names = listOf(DEPUTY_REPORT_RECIPIENT_LABELS, missing);
    const left = onRecord.filter((id) => !cited.includes(id)).length;
    return [
      ...unless(!isBlank(content), () =>
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
  },
};
