import { findDuplicates } from './duplicates';

test.each<[string, string[], { code: string; positions: number[] }[]]>([
  ['nothing', [], []],
  ['all different', ['a', 'b'], []],
  ['one twice', ['a', 'b', 'a'], [{ code: 'a', positions: [0, 2] }]],
  [
    'two, by first occurrence',
    ['b', 'a', 'a', 'b', 'b'],
    [
      { code: 'b', positions: [0, 3, 4] },
      { code: 'a', positions: [1, 2] },
    ],
  ],
  ['case and space differ', ['a', 'A', 'a '], []],
  ['names of every object', ['constructor', '__proto__'], []],
])('%s', (_, codes, expected) => {
  expect(findDuplicates(codes)).toEqual(expected);
});
