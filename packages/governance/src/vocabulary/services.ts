import { codesOf } from './labelled';

/** Kinds of social organizations (R29; `seed:128`). */
export const SOCIAL_ORGANIZATION_KIND_LABELS = {
  PROFESSIONAL: { zh: '专业社会组织', en: 'professional' },
  HUB: { zh: '枢纽型社会组织', en: 'hub' },
  GRASSROOTS: { zh: '草根社会组织', en: 'grassroots' },
} as const;
export const SocialOrganizationKind = codesOf(SOCIAL_ORGANIZATION_KIND_LABELS);
/** One of the keys of the object of the same name; so are all types here. */
export type SocialOrganizationKind = keyof typeof SOCIAL_ORGANIZATION_KIND_LABELS;

/** Kinds to which a center is linked (R29). */
export const LINKED_ORGANIZATION_KINDS: readonly SocialOrganizationKind[] = ['PROFESSIONAL', 'HUB'];

/** Kinds of services that communities are guided in (R29). */
export const COMMUNITY_SERVICE_KIND_LABELS = {
  PROFESSIONAL_SERVICE: { zh: '专业服务', en: 'professional service' },
  VOLUNTEER_SERVICE: { zh: '志愿服务', en: 'voluntary service' },
} as const;
export const CommunityServiceKind = codesOf(COMMUNITY_SERVICE_KIND_LABELS);
export type CommunityServiceKind = keyof typeof COMMUNITY_SERVICE_KIND_LABELS;

/** Kinds of problems in which communities are supported (R28; `seed:128`). */
export const SUPPORT_KIND_LABELS = {
  INFRASTRUCTURE: { zh: '基础设施', en: 'infrastructure' },
  GREENING: { zh: '绿化', en: 'greening' },
  SANITATION: { zh: '卫生', en: 'sanitation' },
  PARKING: { zh: '停车', en: 'parking' },
  SHOPPING: { zh: '购物', en: 'shopping' },
  OTHER: { zh: '其他', en: 'other' },
} as const;
export const SupportKind = codesOf(SUPPORT_KIND_LABELS);
export type SupportKind = keyof typeof SUPPORT_KIND_LABELS;

/** Answers of a community to a solution of its problem (R28). */
export const SOLUTION_ANSWER_LABELS = {
  CONFIRMED: { zh: '确认解决', en: 'confirmed' },
  OBJECTED: { zh: '提出异议', en: 'objected' },
} as const;
export const SolutionAnswer = codesOf(SOLUTION_ANSWER_LABELS);
export type SolutionAnswer = keyof typeof SOLUTION_ANSWER_LABELS;
