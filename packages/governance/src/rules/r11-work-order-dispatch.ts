import type { Rule } from '../catalogue/rule';

/** R11 派单: dispatch by work order (precondition; seed:122). */
export const r11: Rule = {
  code: 'R11',
  name: { zh: '派单', en: 'Dispatch by work order' },
  sentence:
    '街道事务综合管理中心是街道与职能部门联系和对接的平台,是街道综合事务的统筹协调中枢,根据街道工委会议决策,对街道全年工作要点和职能部门临时委托的任务,以派单形式向相应服务中心分配任务,实行项目化管理,明确责任人和完成时限',
  lines: [122],
  english:
    'The Street General Affairs Management Center is the platform where the street contacts and works with the functional departments and the hub that coordinates the street’s general affairs; according to the decisions of the meetings of the Street Party Working Committee it assigns the street’s key points of work for the year and the tasks that functional departments delegate for a time to the corresponding service centers by work order, manages them as projects, and makes clear the responsible person and the deadline.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '派单人是综合管理中心；来源是全年工作要点或已准入的委托事项（均有街道工委决策），或会议纪要中的一条；目标中心、责任人和完成时限齐全；并归属一个项目。',
    en: 'The issuer is the General Affairs Management Center; the source is the yearly key points or an admitted delegation (each with its decision of the Street Party Working Committee) or an item of minutes; target center, responsible person and deadline are set; and the order belongs to a project.',
  },
};
