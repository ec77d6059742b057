import type { Rule } from '../catalogue/rule';

/** R22 未在周例会上通过的事项不得向社区安排: nothing reaches a community unless a weekly meeting passed it (precondition; seed:122). */
export const r22: Rule = {
  code: 'R22',
  name: {
    zh: '未在周例会上通过的事项不得向社区安排',
    en: 'Nothing reaches a community unless a weekly meeting passed it',
  },
  sentence: '未在周例会上通过的事项不得向社区安排。',
  lines: [122],
  english: 'Matters that have not been passed at the weekly meeting may not be assigned to communities.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '向社区安排的任务，须引用本街道此前已闭会的周例会上通过的一条事项；任何角色都不能绕过。',
    en: 'A community assignment cites an item passed at an earlier, closed weekly meeting of the same street; no role overrides it.',
  },
  note: {
    zh: '原文没有写明紧急例外，因此没有例外。',
    en: 'The study states no emergency exception, so there is none.',
  },
};
