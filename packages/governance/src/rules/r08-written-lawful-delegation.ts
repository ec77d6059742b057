import type { Rule } from '../catalogue/rule';

/** R08 书面、依法委托并听取街道意见: written, lawful delegation after hearing the street (precondition; seed:116). */
export const r08: Rule = {
  code: 'R08',
  name: { zh: '书面、依法委托并听取街道意见', en: 'Written, lawful delegation after hearing the street' },
  sentence: '职能部门可以书面形式依法委托街道办理行政管理事项,并听取街道意见。',
  lines: [116],
  english:
    'Functional departments may, in writing and in accordance with law, delegate matters of administration to a street, and shall hear the street’s opinion.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '书面委托文件、法律依据和街道意见，三者都须早于街道工委的决定。',
    en: 'The document, the legal basis and the street’s opinion all predate the decision of the Street Party Working Committee.',
  },
};
