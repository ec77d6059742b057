import type { Bilingual } from '../bilingual';
import { comparisonForm } from '../text/comparison-form';

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
  /** Other names that the study has for it. */
  readonly aliases: readonly string[];
}

/** The seven in the order of their numbers. */
export const CENTER_TYPES: readonly CenterTypeEntry[] = [
  {
    type: CenterType.GENERAL_AFFAIRS,
    number: 1,
    name: { zh: '街道事务综合管理中心', en: 'Street General Affairs Management Center' },
    aliases: ['街道事务综合服务中心'],
  },
  {
    type: CenterType.HEALTH,
    number: 2,
    name: { zh: '街道健康服务中心', en: 'Street Health Service Center' },
    aliases: [],
  },
  {
    type: CenterType.CULTURE_EDUCATION,
    number: 3,
    name: { zh: '街道文化教育服务中心', en: 'Street Culture and Education Service Center' },
    aliases: [],
  },
  {
    type: CenterType.CIVIL_AFFAIRS,
    number: 4,
    name: { zh: '街道事务处理服务中心', en: 'Street Affairs Processing Service Center' },
    aliases: [],
  },
  {
    type: CenterType.URBAN_MANAGEMENT,
    number: 5,
    name: { zh: '街道城市建设管理服务中心', en: 'Street Urban Construction and Management Service Center' },
    aliases: [],
  },
  {
    type: CenterType.SOCIAL_MOBILIZATION,
    number: 6,
    name: { zh: '街道社会动员中心', en: 'Street Social Mobilization Center' },
    aliases: [],
  },
  {
    type: CenterType.PUBLIC_SECURITY,
    number: 7,
    name: { zh: '街道综治维稳中心', en: 'Street Comprehensive Governance and Stability Center' },
    aliases: [],
  },
];

/** True if a text is one of the seven, spelled exactly. */
export function isCenterType(text: string): text is CenterType {
  return Object.values<string>(CenterType).includes(text);
}

/**
 * The type that a text names: by itself, its number, or the center's name, also without 街道 before it.
 *
 * @example
 * centerTypeNamed('健康服务中心'); // 'HEALTH'
 */
export function centerTypeNamed(text: string): CenterType | undefined {
  const wanted = nameForm(text);
  return CENTER_TYPES.find(({ type, number, name, aliases }) =>
    [type, String(number), name.zh, name.en, ...aliases].some((known) => nameForm(known) === wanted),
  )?.type;
}

/** Text of a center in a sentence: the name of one of the seven, or the code of a street’s own. */
export const centerName = (code: string): Bilingual =>
  CENTER_TYPES.find(({ type }) => isCenterType(code) && type === code)?.name ?? { zh: code, en: code };

const nameForm = (text: string): string =>
  comparisonForm(text)
    .toLowerCase()
    .replace(/^(?:街道|street )(?=.)/u, '')
    .replace(/^0+(?=\d$)/u, '');
