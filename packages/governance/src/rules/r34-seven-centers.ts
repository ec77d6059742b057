import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationOf, type RuleViolation } from '../catalogue/violation';
import { CENTER_TYPES, isCenterType, type CenterTypeEntry } from '../vocabulary/center-type';

/** Facts of R34. Local extras do not count: a street may have any number of them. */
export interface CenterComposition {
  /** The type of each functional center of one street, in any order, as text, since it may come from a file. */
  readonly functionalCenterTypes: readonly string[];
}

const definition: Rule = {
  code: 'R34',
  name: { zh: '七个中心', en: 'The seven centers' },
  sentence:
    '这7个服务实体就是在地区管理委员会下设的七个服务中心,分别为:“街道事务综合管理中心”、“街道健康服务中心”、“街道文化教育服务中心”、“街道事务处理服务中心”、“街道城市建设管理服务中心”、“街道社会动员中心”、“街道综治维稳中心”。',
  lines: [80],
  english:
    'These seven service entities are the seven service centers set up under the Area Management Committee, namely: the Street General Affairs Management Center, the Street Health Service Center, the Street Culture and Education Service Center, the Street Affairs Processing Service Center, the Street Urban Construction and Management Service Center, the Street Social Mobilization Center, and the Street Comprehensive Governance and Stability Center.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '每个街道恰有七类职能中心，每类一个；本地增设的中心不限数量。',
    en: 'A street has exactly one functional center of each of the seven types, and any number of local centers.',
  },
  note: {
    zh: '本地增设的依据见 seed:108：“各街道在7个中心的基础上,结合各自实际和发展需要,可以增设相应的工作和服务平台”。',
    en: 'Local centers are based on seed:108: on the basis of the seven centers, each street may add further work and service platforms as its situation and development require.',
  },
};

/** R34 七个中心: the seven centers (precondition; seed:80, local extras seed:108). */
export const r34: EnforcedRule<CenterComposition> = {
  ...definition,
  check: ({ functionalCenterTypes }) => [
    ...CENTER_TYPES.flatMap((center) => checkOne(center, functionalCenterTypes) ?? []),
    ...[...new Set(functionalCenterTypes)].filter((type) => !isCenterType(type)).map(notOfTheSeven),
  ],
};

function checkOne(
  { type, number, name }: CenterTypeEntry,
  present: readonly string[],
): RuleViolation | undefined {
  const count = present.filter((other) => isCenterType(other) && other === type).length;
  if (count === 0) {
    return violation(
      `缺少第${number}个职能中心“${name.zh}”（${type}）。请补上；七个中心缺一不可，本地增设的中心不能代替。`,
      `Functional center ${number}, ${name.en} (${type}), is missing. Add it. All seven are required, and a local center cannot replace one.`,
    );
  }
  if (count > 1) {
    return violation(
      `职能中心“${name.zh}”（${type}）出现了${count}次，只能有1个。请只保留1个；街道增设的平台请登记为本地中心。`,
      `Functional center ${name.en} (${type}) appears ${count} times instead of once. Keep one, and register the street’s own platforms as local centers.`,
    );
  }
  return undefined;
}

function notOfTheSeven(type: string): RuleViolation {
  const known = CENTER_TYPES.map((center) => center.type).join(', ');
  return violation(
    `“${type}”不是七个职能中心之一。请改用 ${known}；街道增设的中心请登记为本地中心。`,
    `“${type}” is not one of the seven functional centers. Use one of ${known}, or register it as a local center.`,
  );
}

function violation(zh: string, en: string): RuleViolation {
  return violationOf(definition, { zh, en }, 'functionalCenterTypes');
}
