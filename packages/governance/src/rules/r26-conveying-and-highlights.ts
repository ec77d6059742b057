import type { Rule } from '../catalogue/rule';

/** R26 传达精神、挖掘典型: conveying documents, finding good examples (report; seed:128). */
export const r26: Rule = {
  code: 'R26',
  name: { zh: '传达精神、挖掘典型', en: 'Conveying documents, finding good examples' },
  sentence:
    '要在工作中有效传达中央、市委、区委的会议和文件精神,明确工作重点,结合社区实际挖掘典型和特色亮点,保障社区工作的规范有序。',
  lines: [128],
  english:
    'In their work [the centers] shall effectively convey the spirit of the meetings and documents of the central authorities, the Municipal Party Committee and the District Party Committee, make clear the priorities of work, find good examples and distinctive highlights that fit the community’s reality, and keep community work regular and orderly.',
  kinds: ['REPORT'],
  invariant: {
    zh: '按社区报告已传达的会议和文件，以及挖掘出的典型和特色亮点。',
    en: 'The report lists, per community, the meetings and documents conveyed and the good examples and highlights found.',
  },
};
