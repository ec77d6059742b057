import type { Rule } from '../catalogue/rule';

/** R06 以会议纪要部署工作: work is deployed by minutes (precondition; seed:116). */
export const r06: Rule = {
  code: 'R06',
  name: { zh: '以会议纪要部署工作', en: 'Work is deployed by minutes' },
  sentence: '联席会以会议纪要形式部署工作。',
  lines: [116],
  english: 'The joint meeting deploys work in the form of meeting minutes.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '联席会议或专题会议部署的工作，须引用已印发会议纪要中的某一条。',
    en: 'Work that a joint or special meeting deploys cites an item of issued minutes.',
  },
  note: {
    zh: '原文只写“联席会”；专题会议由联席会议成员单位提请召开，这里把它视为联席会的一种，同样以会议纪要部署工作。',
    en: 'The sentence names the joint meeting only; a special meeting is convened from within it (the sentence before), and is read here as falling under the same form.',
  },
};
