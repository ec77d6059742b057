import type { Rule } from '../catalogue/rule';

/** R07 未经区政府批准: not without the district government’s approval (precondition; seed:116). */
export const r07: Rule = {
  code: 'R07',
  name: { zh: '未经区政府批准', en: 'Not without the district government’s approval' },
  sentence: '职能部门未经区政府批准,不得要求街道设立各种临时机构,不得直接向街道布置工作任务。',
  lines: [116],
  english:
    'Without the approval of the district government, functional departments may not require a street to set up temporary bodies of any kind, and may not assign work tasks directly to a street.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '职能部门要求设立临时机构，或直接向街道布置任务，没有区政府批准文号的一律退回。',
    en: 'A department’s request for a temporary body, or a task that it assigns directly to a street, is rejected when it carries no reference of an approval by the district government.',
  },
};
