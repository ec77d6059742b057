import type { Rule } from '../catalogue/rule';

/** R04 每年向全体成员通报: a yearly notice to all members (cadence; seed:114). */
export const r04: Rule = {
  code: 'R04',
  name: { zh: '每年向全体成员通报', en: 'A yearly notice to all members' },
  sentence: '联席会每年要向全体成员单位通报辖区年度建设发展和重点任务完成情况。',
  lines: [114],
  english:
    'Every year the joint meeting shall inform all member units of the area’s construction and development in the year and of the completion of its key tasks.',
  kinds: ['CADENCE'],
  invariant: {
    zh: '每个街道每年有一份年度通报，并发至每一个成员单位。',
    en: 'Each street has one annual notice per year, addressed to every member unit.',
  },
};
