import { r34 } from './r34-seven-centers';

const SEVEN = [
  'GENERAL_AFFAIRS',
  'HEALTH',
  'CULTURE_EDUCATION',
  'CIVIL_AFFAIRS',
  'URBAN_MANAGEMENT',
  'SOCIAL_MOBILIZATION',
  'PUBLIC_SECURITY',
];

const without = (...types: string[]) => SEVEN.filter((type) => !types.includes(type));

test.each([
  ['the seven', SEVEN],
  ['the seven in another order', SEVEN.toReversed()],
])('kept by %s', (_, functionalCenterTypes) => {
  expect(r34.check({ functionalCenterTypes })).toEqual([]);
});

test.each<[string, string[], string[]]>([
  ['none at all', [], SEVEN.map((type) => `missing ${type}`)],
  ...SEVEN.map((type): [string, string[], string[]] => [
    `${type} missing`,
    without(type),
    [`missing ${type}`],
  ]),
  ...SEVEN.map((type): [string, string[], string[]] => [
    `${type} doubled`,
    [...SEVEN, type],
    [`2 times ${type}`],
  ]),
  ['one three times', ['HEALTH', ...SEVEN, 'HEALTH'], ['3 times HEALTH']],
  ['an eighth of another type', [...SEVEN, 'TOURISM'], ['unknown TOURISM']],
  ['an unknown type twice, said once', [...SEVEN, 'TOURISM', 'TOURISM'], ['unknown TOURISM']],
  ['lower case', [...without('HEALTH'), 'health'], ['missing HEALTH', 'unknown health']],
  ['an empty type', [...SEVEN, ''], ['unknown ']],
  ['a name of every object', [...SEVEN, 'constructor'], ['unknown constructor']],
  [
    'seven, but one in place of another',
    [...without('HEALTH'), 'GENERAL_AFFAIRS'],
    ['2 times GENERAL_AFFAIRS', 'missing HEALTH'],
  ],
  [
    'all three at once',
    [...without('PUBLIC_SECURITY'), 'CIVIL_AFFAIRS', 'X'],
    ['2 times CIVIL_AFFAIRS', 'missing PUBLIC_SECURITY', 'unknown X'],
  ],
])('broken by %s', (_, functionalCenterTypes, expected) => {
  const violations = r34.check({ functionalCenterTypes });
  expect(violations.map(({ message }) => summary(message.en))).toEqual(expected);
  for (const { rule, sentence, field, message } of violations) {
    expect({ rule, sentence, field }).toEqual({
      rule: 'R34',
      sentence: r34.sentence,
      field: 'functionalCenterTypes',
    });
    expect(message.zh).toMatch(/请/u);
  }
});

test('a missing center is named with its number and its Chinese name', () => {
  const [violation] = r34.check({ functionalCenterTypes: without('HEALTH') });
  expect(violation?.message.zh).toContain('第2个职能中心“街道健康服务中心”（HEALTH）');
});

test('the facts are left as they are', () => {
  const functionalCenterTypes = Object.freeze(['HEALTH', 'X']);
  const first = r34.check({ functionalCenterTypes });
  expect(r34.check({ functionalCenterTypes })).toEqual(first);
});

/** Keyword of a message, so that a table of cases can be read. */
function summary(message: string): string {
  const missing = /\((?<type>\w+)\), is missing/u.exec(message)?.groups?.['type'];
  if (missing !== undefined) return `missing ${missing}`;
  const doubled = /\((?<type>\w+)\) appears (?<count>\d+) times/u.exec(message)?.groups;
  if (doubled) return `${doubled['count']} times ${doubled['type']}`;
  const unknown = /“(?<type>.*)” is not one of the seven/u.exec(message)?.groups?.['type'];
  return unknown === undefined ? message : `unknown ${unknown}`;
}
