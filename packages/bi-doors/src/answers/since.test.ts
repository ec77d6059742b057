import { streetsWithout } from './since';

const freshness = [
  {
    street: 'DAYU',
    state: 'FOLLOWING',
    freshAt: null,
    ageSeconds: null,
    position: 120n,
    firstPosition: 100n,
    problemZh: null,
    problemEn: null,
  },
];

test.each([
  ['the beginning', 0n, []],
  ['before the first row', 99n, []],
  ['within the feed', 110n, []],
  ['its end', 120n, []],
  ['behind its end, of a warehouse that is gone', 121n, ['DAYU']],
  ['before its beginning, of a warehouse that is gone', 98n, ['DAYU']],
])('a position at %s', (_, last, streets) => {
  expect(streetsWithout(new Map([['DAYU', last]]), { freshness })).toEqual(streets);
});
