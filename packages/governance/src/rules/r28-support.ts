import type { Rule } from '../catalogue/rule';

/** R28 支持保障: support for communities (report; seed:128). */
export const r28: Rule = {
  code: 'R28',
  name: { zh: '支持保障', en: 'Support for communities' },
  sentence:
    '要提供支持保障。各中心要运用好街道“大工委”、地区管理委员会和社区“大党委”的统筹协调机制,将职能部门力量和各类社会力量拉到社区,帮助社区解决基础设施、绿化、卫生、停车、购物等方面的突出问题,为社区开展工作提供有效保障。',
  lines: [128],
  english:
    'Provide support. Each center shall make good use of the coordinating mechanisms of the street’s Enlarged Working Committee, the Area Management Committee and the Enlarged Community Party Committees to draw the strength of the functional departments and of all kinds of social forces into the communities, help the communities solve their prominent problems of infrastructure, greening, sanitation, parking, shopping and the like, and effectively back the communities’ work.',
  kinds: ['REPORT'],
  invariant: {
    zh: '按类别报告帮助社区解决的问题：基础设施、绿化、卫生、停车、购物、其他。',
    en: 'The report gives the support issues by kind: infrastructure, greening, sanitation, parking, shopping, other.',
  },
};
