import { CENTER_TYPES, CenterType, centerName, isCenterType } from './center-type';
import { r34 } from '../rules/r34-seven-centers';

test('the seven are numbered 1 to 7, in the order of the enum', () => {
  expect(CENTER_TYPES.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(CENTER_TYPES.map(({ type }) => type)).toEqual(Object.values(CenterType));
});

test('the names are those of the study, in its order', () => {
  const quoted = [...r34.sentence.matchAll(/“(?<name>[^”]+)”/gu)].map((match) => match.groups?.['name']);
  expect(CENTER_TYPES.map(({ name }) => name.zh)).toEqual(quoted);
});

test.each([
  ['HEALTH', true],
  ['health', false],
  ['', false],
  ['toString', false],
])('isCenterType(%j) is %j', (text, expected) => {
  expect(isCenterType(text)).toBe(expected);
});

test.each([
  ['HEALTH', '街道健康服务中心'],
  ['SHIMENYING', 'SHIMENYING'],
])('the center %s reads %s', (code, zh) => {
  expect(centerName(code).zh).toBe(zh);
});
