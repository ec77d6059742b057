import type { Rule } from '../catalogue/rule';

/** R21 周例会: the weekly meeting (cadence; seed:122). */
export const r21: Rule = {
  code: 'R21',
  name: { zh: '周例会', en: 'The weekly meeting' },
  sentence:
    '坚持周例会制度。街道事务综合管理中心每周组织其他6个中心召开例会,各中心通报本周工作完成情况及下周工作计划,尤其是对需落实到社区的工作进行通报。',
  lines: [122],
  english:
    'Keep up the system of the weekly meeting. The Street General Affairs Management Center convenes the other six centers every week; each center informs the meeting of the work completed this week and the plan for next week, and especially of work that has to be carried out in communities.',
  kinds: ['CADENCE'],
  invariant: {
    zh: '综合管理中心每周召集例会；其他6个中心各自通报本周工作、下周计划和需落实到社区的事项。',
    en: 'The General Affairs Management Center convenes the meeting every week; each of the other six centers reports this week, next week and community matters.',
  },
};
