import type { Rule } from '../catalogue/rule';

/** R13 集中反馈: feedback through one center (precondition; seed:122). */
export const r13: Rule = {
  code: 'R13',
  name: { zh: '集中反馈', en: 'Feedback through one center' },
  sentence: '集中向区委、区政府和有关部门反馈工作完成情况',
  lines: [122],
  english:
    '[The General Affairs Management Center] reports the completion of work, in one place, to the District Party Committee, the district government and the departments concerned.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '只有综合管理中心可以向区委、区政府或职能部门反馈；每个办结的派单恰好出现在一份反馈中。',
    en: 'Only the General Affairs Management Center reports to the District Party Committee, the district government or departments; each finished work order appears in exactly one feedback report.',
  },
};
