import type { Rule } from '../catalogue/rule';

/** R30 购买服务目录: the catalogue of services to procure (cadence and precondition; seed:128). */
export const r30: Rule = {
  code: 'R30',
  name: { zh: '购买服务目录', en: 'The catalogue of services to procure' },
  sentence:
    '区委社会工委每年下发《门头沟区政府购买公共服务项目需求》,以社区和居民服务需求调查为基础,确定了需求目录,要求各街道和社区对照需求目录,积极引进专业社会组织,并指导社区社会组织做好服务项目的策划,由社会组织更多的承接公共服务。',
  lines: [128],
  english:
    'Every year the Social Affairs Working Committee of the District Party Committee issues the “Mentougou District Government’s Needs for Procured Public Service Projects”; it settles a catalogue of needs on the basis of surveys of the service needs of communities and residents, and requires streets and communities to bring in professional social organizations according to the catalogue, and to guide community social organizations in planning service projects well, so that social organizations take on more public services.',
  kinds: ['CADENCE', 'PRECONDITION'],
  invariant: {
    zh: '每年有一份目录，以需求调查为基础；服务项目须引用目录中的一项需求和一个社会组织。',
    en: 'There is one catalogue a year, built on a needs survey; a service project cites a need of the catalogue and a social organization.',
  },
};
