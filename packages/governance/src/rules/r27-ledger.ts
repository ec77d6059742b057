import type { Rule } from '../catalogue/rule';

/** R27 底数清、情况明: a clear ledger of resources and needs (report; seed:128). */
export const r27: Rule = {
  code: 'R27',
  name: { zh: '底数清、情况明', en: 'A clear ledger of resources and needs' },
  sentence:
    '要摸清工作底数。各中心要摸清本领域工作的服务人员、服务资源情况和重点难点问题,掌握社区和居民的实际需求,要建立细致的数据库和台账,做到底数清、情况明。',
  lines: [128],
  english:
    'Know exactly what the work rests on. Each center shall find out the service staff, the service resources and the key and difficult problems of its field, know the actual needs of communities and residents, and set up a detailed database and ledger, so that the figures are clear and the situation is plain.',
  kinds: ['REPORT'],
  invariant: {
    zh: '台账记录服务人员、服务资源、重点难点问题和实际需求，每条都有最近核实日期。',
    en: 'The ledger holds service staff, resources, key difficulties and needs, each with the day on which it was last verified.',
  },
};
