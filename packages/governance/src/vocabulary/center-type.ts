import type { Bilingual } from '../bilingual';

/** The seven functional centers of a street, in the order of their numbers (`seed:80`, `seed:89-95`). */
export enum CenterType {
  GENERAL_AFFAIRS = 'GENERAL_AFFAIRS',
  HEALTH = 'HEALTH',
  CULTURE_EDUCATION = 'CULTURE_EDUCATION',
  CIVIL_AFFAIRS = 'CIVIL_AFFAIRS',
  URBAN_MANAGEMENT = 'URBAN_MANAGEMENT',
  SOCIAL_MOBILIZATION = 'SOCIAL_MOBILIZATION',
  PUBLIC_SECURITY = 'PUBLIC_SECURITY',
}

/** A center type with its number (1–7) and the center's name as in the study. */
export interface CenterTypeEntry {
  readonly type: CenterType;
  readonly number: number;
  readonly name: Bilingual;
}

/** The seven in the order of their numbers. */
export const CENTER_TYPES: readonly CenterTypeEntry[] = [
  {
    type: CenterType.GENERAL_AFFAIRS,
    number: 1,
    name: { zh: '街道事务综合管理中心', en: 'Street General Affairs Management Center' },
  },
  {
    type: CenterType.HEALTH,
    number: 2,
    name: { zh: '街道健康服务中心', en: 'Street Health Service Center' },
  },
  {
    type: CenterType.CULTURE_EDUCATION,
    number: 3,
    name: { zh: '街道文化教育服务中心', en: 'Street Culture and Education Service Center' },
  },
  {
    type: CenterType.CIVIL_AFFAIRS,
    number: 4,
    name: { zh: '街道事务处理服务中心', en: 'Street Affairs Processing Service Center' },
  },
  {
    type: CenterType.URBAN_MANAGEMENT,
    number: 5,
    name: { zh: '街道城市建设管理服务中心', en: 'Street Urban Construction and Management Service Center' },
  },
  {
    type: CenterType.SOCIAL_MOBILIZATION,
    number: 6,
    name: { zh: '街道社会动员中心', en: 'Street Social Mobilization Center' },
  },
  {
    type: CenterType.PUBLIC_SECURITY,
    number: 7,
    name: { zh: '街道综治维稳中心', en: 'Street Comprehensive Governance and Stability Center' },
  },
];

/** Whether a text is one of the seven, spelled exactly. */
export function isCenterType(text: string): text is CenterType {
  return Object.values<string>(CenterType).includes(text);
}
