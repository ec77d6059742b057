import type { Rule } from '../catalogue/rule';

/** R23 集中布置: assignments reach communities in one batch (precondition; seed:122). */
export const r23: Rule = {
  code: 'R23',
  name: { zh: '集中布置', en: 'Assignments reach communities in one batch' },
  sentence: '在充分整合工作任务的基础上,集中向社区布置和指导工作。',
  lines: [122],
  english:
    'On the basis of fully integrated tasks, work is assigned to communities, and guided there, in one go.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '只有周例会之后整合下发的同一批次任务，才能到达社区。',
    en: 'Only an integrated batch, issued after that weekly meeting, reaches communities.',
  },
};
