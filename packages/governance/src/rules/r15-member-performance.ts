import type { Rule } from '../catalogue/rule';

/** R15 对成员的表现报告与人事建议: members’ performance and personnel suggestions (report and precondition; seed:116). */
export const r15: Rule = {
  code: 'R15',
  name: { zh: '对成员的表现报告与人事建议', en: 'Members’ performance and personnel suggestions' },
  sentence:
    '要结合“四评一创”民主评议情况,向职能部门报告各职能部门成员的工作表现,对不认真履行职责的成员向其所任单位和区委组织部提出人事建议',
  lines: [116],
  english:
    '[The street] shall, together with the results of the “four appraisals and one creation” democratic review, report to the functional departments on the performance of each department’s members, and, for members who do not conscientiously perform their duties, make personnel suggestions to the unit where they serve and to the Organization Department of the District Party Committee.',
  kinds: ['REPORT', 'PRECONDITION'],
  invariant: {
    zh: '人事建议须附证据和署名的签发人，并同时送其所任单位和区委组织部。',
    en: 'A personnel suggestion needs evidence and a named signatory, and goes to the member’s unit and to the Organization Department of the District Party Committee.',
  },
  note: {
    zh: '原文没有说明“四评一创”的内容；按名称记录，不自行设定标准。',
    en: 'The study does not define the “four appraisals and one creation”. It is stored under its name, and the platform sets no criteria.',
  },
};
