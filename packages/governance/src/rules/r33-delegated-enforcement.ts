import type { Rule } from '../catalogue/rule';

/** R33 委托权限内执法: enforcement within the delegated mandate (precondition; seed:80). */
export const r33: Rule = {
  code: 'R33',
  name: { zh: '委托权限内执法', en: 'Enforcement within the delegated mandate' },
  sentence:
    '街道在相关执法部门的委托权限内,领导所属的联合执法队对辖区内的违建、违法经营、安全生产隐患等问题开展联合巡视和联合执法。',
  lines: [80],
  english:
    'Within the powers delegated by the law enforcement departments concerned, the street leads its joint enforcement team in joint patrols and joint enforcement against illegal construction, illegal business, work safety hazards and other such problems in the area.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '执法行动须在当日有效的委托权限之内（违建、违法经营、安全生产隐患）。',
    en: 'An enforcement action is within a mandate in force on that day (illegal construction, illegal business, work safety hazards).',
  },
  note: {
    zh: '原文先称“综合执法队”，后称“联合执法队”，是同一支队伍。',
    en: 'The study first says “comprehensive enforcement team” and then “joint enforcement team”. Both are the same team.',
  },
};
