import { codesOf } from './labelled';

/** The three bodies that deliberate and coordinate (`seed:65`, `seed:67`, `seed:76`). */
export const BODY_KIND_LABELS = {
  ENLARGED_WORKING_COMMITTEE: { zh: '街道大工委', en: 'Enlarged Working Committee of the street' },
  AREA_MANAGEMENT_COMMITTEE: { zh: '地区管理委员会', en: 'Area Management Committee of the street' },
  ENLARGED_COMMUNITY_PARTY_COMMITTEE: {
    zh: '社区大党委',
    en: 'Enlarged Community Party Committee',
  },
} as const;
export const BodyKind = codesOf(BODY_KIND_LABELS);
/** One of the keys of the object of the same name; so are all types here. */
export type BodyKind = keyof typeof BODY_KIND_LABELS;

/** The two bodies of a street, which deliberate on major matters (R01); the third is a community's. */
export const STREET_BODY_KINDS = [
  BodyKind.ENLARGED_WORKING_COMMITTEE,
  BodyKind.AREA_MANAGEMENT_COMMITTEE,
] as const;

/** Positions in a body. */
export const BODY_POSITION_LABELS = {
  SECRETARY: { zh: '书记', en: 'secretary' },
  DIRECTOR: { zh: '主任', en: 'director' },
  MEMBER: { zh: '委员', en: 'member' },
} as const;
export const BodyPosition = codesOf(BODY_POSITION_LABELS);
export type BodyPosition = keyof typeof BODY_POSITION_LABELS;

/** Offices whose holder heads a body by that office (`seed:67`). */
export const EX_OFFICIO_LABELS = {
  WORKING_COMMITTEE_SECRETARY: {
    zh: '街道工委书记',
    en: 'secretary of the Street Party Working Committee',
  },
  STREET_OFFICE_DIRECTOR: { zh: '街道办事处主任', en: 'director of the street office' },
  COMMUNITY_PARTY_SECRETARY: {
    zh: '社区党组织书记',
    en: 'secretary of the community’s party organization',
  },
} as const;
export const ExOfficio = codesOf(EX_OFFICIO_LABELS);
export type ExOfficio = keyof typeof EX_OFFICIO_LABELS;

/** Categories of people in the bodies (`seed:67` for those of a street, `seed:76` for a community's). */
export const MEMBER_CATEGORY_LABELS = {
  FIELD_AGENCY: { zh: '区政府职能部门派出机构', en: 'field agency of a district department' },
  RESIDENT_UNIT: { zh: '驻区单位', en: 'resident unit' },
  ENTERPRISE_HEAD: { zh: '有影响的企业负责人', en: 'influential head of an enterprise' },
  CONGRESS_DEPUTY: { zh: '地区人大代表', en: 'people’s congress deputy of the area' },
  CPPCC_MEMBER: { zh: '政协委员代表', en: 'CPPCC member of the area' },
  COMMUNITY_SOCIAL_ORGANIZATION: { zh: '社区社会组织', en: 'community social organization' },
  VOLUNTEER_ORGANIZATION: { zh: '志愿服务组织', en: 'volunteer organization' },
  PROPERTY_COMPANY: { zh: '物业公司', en: 'property company' },
  CO_BUILDING_UNIT: {
    zh: '共建单位党组织负责人或党员代表',
    en: 'party head or party member representative of a co-building unit',
  },
} as const;
export const MemberCategory = codesOf(MEMBER_CATEGORY_LABELS);
export type MemberCategory = keyof typeof MEMBER_CATEGORY_LABELS;

const STREET_CATEGORIES = [
  MemberCategory.FIELD_AGENCY,
  MemberCategory.RESIDENT_UNIT,
  MemberCategory.ENTERPRISE_HEAD,
  MemberCategory.CONGRESS_DEPUTY,
  MemberCategory.CPPCC_MEMBER,
] as const;

/** Member categories allowed in each body. */
export const MEMBER_CATEGORIES_OF: Readonly<Record<BodyKind, readonly MemberCategory[]>> = {
  ENLARGED_WORKING_COMMITTEE: STREET_CATEGORIES,
  AREA_MANAGEMENT_COMMITTEE: STREET_CATEGORIES,
  ENLARGED_COMMUNITY_PARTY_COMMITTEE: [
    MemberCategory.COMMUNITY_SOCIAL_ORGANIZATION,
    MemberCategory.VOLUNTEER_ORGANIZATION,
    MemberCategory.PROPERTY_COMPANY,
    MemberCategory.CO_BUILDING_UNIT,
  ],
};

/** Head of each body, and the offices that qualify: any one of those named. */
export interface BodyHead {
  readonly position: BodyPosition;
  readonly offices: readonly ExOfficio[];
}

/**
 * The head of each body. The Area Management Committee's directorship is held by the secretary and the director of
 * the street at the same time (`seed:67`): each of the two offices entitles to it.
 */
export const BODY_HEADS: Readonly<Record<BodyKind, BodyHead>> = {
  ENLARGED_WORKING_COMMITTEE: {
    position: BodyPosition.SECRETARY,
    offices: [ExOfficio.WORKING_COMMITTEE_SECRETARY],
  },
  AREA_MANAGEMENT_COMMITTEE: {
    position: BodyPosition.DIRECTOR,
    offices: [ExOfficio.WORKING_COMMITTEE_SECRETARY, ExOfficio.STREET_OFFICE_DIRECTOR],
  },
  ENLARGED_COMMUNITY_PARTY_COMMITTEE: {
    position: BodyPosition.SECRETARY,
    offices: [ExOfficio.COMMUNITY_PARTY_SECRETARY],
  },
};
