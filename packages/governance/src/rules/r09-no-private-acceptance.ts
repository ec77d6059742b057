import type { Rule } from '../catalogue/rule';

/** R09 不得自行接受、随意摊派: no acceptance on one’s own, no arbitrary apportioning (precondition; seed:116). */
export const r09: Rule = {
  code: 'R09',
  name: { zh: '不得自行接受、随意摊派', en: 'No acceptance on one’s own, no arbitrary apportioning' },
  sentence:
    '对于职能部门的委托事项,街道主要领导、各中心负责人不得自行接受,更不能随意向各服务中心和社区摊派任务',
  lines: [116],
  english:
    'As to matters delegated by functional departments, the principal leaders of the street and the heads of the centers may not accept them on their own, still less apportion tasks at will to the service centers and communities.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '街道主要领导和中心负责人都不能自行接受委托事项，也不能自行把任务摊派给中心或社区。',
    en: 'Neither a principal leader nor a center head can accept a delegation, or hand a task to a center or a community, on their own.',
  },
};
