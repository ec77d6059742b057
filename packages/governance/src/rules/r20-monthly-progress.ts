import type { Rule } from '../catalogue/rule';

/** R20 月推进会: the monthly progress meeting (cadence; seed:122). */
export const r20: Rule = {
  code: 'R20',
  name: { zh: '月推进会', en: 'The monthly progress meeting' },
  sentence:
    '坚持月推进会议制度。每月月末召开一次推进会,通过中心汇报,集中把握各中心工作进度,协商解决工作推进过程中遇到的困难与问题,及时对下月工作进行对接和部署。',
  lines: [122],
  english:
    'Keep up the system of the monthly progress meeting. At the end of every month one progress meeting is held; through the centers’ reports it grasps the progress of each center together, settles by consultation the difficulties and problems met in advancing the work, and in good time links up and deploys the work of the next month.',
  kinds: ['CADENCE'],
  invariant: {
    zh: '每月最后一周召开一次推进会，记录每个中心的汇报、困难与问题和下月工作的对接。',
    en: 'A progress meeting is held in the last week of each month, with each center’s report, its difficulties, and next month’s links.',
  },
};
