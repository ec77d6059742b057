import type { Rule } from '../catalogue/rule';

/** R12 督办: supervision of overdue work (cadence; seed:122). */
export const r12: Rule = {
  code: 'R12',
  name: { zh: '督办', en: 'Supervision of overdue work' },
  sentence: '明确责任人和完成时限,负责督办',
  lines: [122],
  english:
    '[The General Affairs Management Center] makes clear the responsible person and the deadline, and is responsible for supervising completion.',
  kinds: ['CADENCE'],
  invariant: {
    zh: '每次巡检之后，每个逾期未办结的派单恰有一条未关闭的督办。',
    en: 'After each sweep, an overdue open work order has exactly one open supervision.',
  },
  note: {
    zh: '原文没有规定督办的升级层级，平台不自行设定。',
    en: 'The study states no ladder of escalation, and none is enforced.',
  },
};
