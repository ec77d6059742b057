import type { Rule } from '../catalogue/rule';

/** R18 月会商与联动: monthly consultation and joint action (cadence; seed:122). */
export const r18: Rule = {
  code: 'R18',
  name: { zh: '月会商与联动', en: 'Monthly consultation and joint action' },
  sentence: '分别与相关的职能部门建立月会商制度和联动机制,把“条”上的工作在“块”上充分整合和统筹',
  lines: [122],
  english:
    '[Each center] sets up with the functional departments concerned a system of monthly consultation and a mechanism of joint action, so that the work of the “lines” is fully integrated and coordinated in the “blocks”.',
  kinds: ['CADENCE'],
  invariant: {
    zh: '每个中心与每个联动的职能部门每月有一次会商。',
    en: 'Each center consults with each linked department once a month.',
  },
};
