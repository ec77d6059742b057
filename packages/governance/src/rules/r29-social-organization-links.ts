import type { Rule } from '../catalogue/rule';

/** R29 对接1-2个专业或枢纽型社会组织: one or two social organizations per center (cadence; seed:128). */
export const r29: Rule = {
  code: 'R29',
  name: { zh: '对接1-2个专业或枢纽型社会组织', en: 'One or two social organizations per center' },
  sentence:
    '要结合本中心的服务特点,对接1-2个专业社会组织或“枢纽型”社会组织,指导社区开展专业服务和志愿服务,并帮助社区培育草根社会组织,要结合实际向街道提出政府购买服务需求。',
  lines: [128],
  english:
    '[Each center] shall, in keeping with the character of its services, link up with one or two professional social organizations or “hub” social organizations, guide communities in professional and voluntary services, help communities to foster grassroots social organizations, and, in the light of reality, put forward to the street its needs for services to be procured by the government.',
  kinds: ['CADENCE'],
  invariant: {
    zh: '每个中心对接1个或2个专业社会组织或枢纽型社会组织。',
    en: 'Each center is linked to one or two professional or hub social organizations.',
  },
};
