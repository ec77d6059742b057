import type { Rule } from '../catalogue/rule';

/** R17 年度计划和月计划: plans for the year and the month (cadence; seed:122). */
export const r17: Rule = {
  code: 'R17',
  name: { zh: '年度计划和月计划', en: 'Plans for the year and the month' },
  sentence: '各中心按体系谋划和推进工作,要有年度计划和月计划,确定工作要点和创新内容',
  lines: [122],
  english:
    'Each center plans and advances its work by service system, and shall have a plan for the year and a plan for the month that settle key points of work and innovations.',
  kinds: ['CADENCE'],
  invariant: {
    zh: '每个中心都有年度计划和月计划，且都列明工作要点和创新内容。',
    en: 'Each center has both a plan for the year and a plan for the month, each with key points and innovations.',
  },
};
