import type { Rule } from '../catalogue/rule';

/** R16 两代表一委员作用报告: report on deputies and committee members (report; seed:116). */
export const r16: Rule = {
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
    zh: '原文没有说明“两代表一委员”的范围，按名称记录；“每年”承接同一长句开头的“每年绩效考核前”。报告尚未实现；所据的活动已可逐条登记（recordDeputyActivity）。',
    en: 'The study does not define the “two kinds of deputies and one kind of committee member”. The term is stored as named. “Every year” comes from the beginning of the same sentence. The report is not implemented yet; its activities can already be recorded (recordDeputyActivity).',
  },
};
