import type { Rule } from '../catalogue/rule';

/** R14 考核前报告: a report before the appraisal (cadence; seed:116). */
export const r14: Rule = {
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
