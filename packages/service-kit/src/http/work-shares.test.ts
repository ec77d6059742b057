import { WorkShares } from './work-shares';

const LIMIT = { share: 0.25, burstMs: 2000, most: 2 };

function shares() {
  let now = 0;
  const counted = new WorkShares(LIMIT, () => now);
  return { counted, pass: (ms: number) => (now += ms) };
}

test.each([
  ['nothing', [], 0, 0],
  ['less than may be caused at once', [1999], 0, 0],
  ['all that may be caused at once', [1000, 1000], 0, 1],
  ['more than that', [3000], 0, 4],
  ['more than that, some time ago', [3000], 3000, 1],
  ['more than that, long ago', [3000], 4001, 0],
])('a client that caused %s waits accordingly', (_what, charges, later, seconds) => {
  const { counted, pass } = shares();
  for (const ms of charges) counted.charge('a', ms);
  pass(later);
  expect(counted.secondsToWait('a')).toBe(seconds);
});

test('time that passes without work is not saved up', () => {
  const { counted, pass } = shares();
  counted.charge('a', 1);
  pass(1_000_000);
  counted.charge('a', 2000);
  expect(counted.secondsToWait('a')).toBe(1);
});

test('one client does not pay for another', () => {
  const { counted } = shares();
  counted.charge('a', 5000);
  expect(counted.secondsToWait('b')).toBe(0);
});

test('no more clients are remembered than said, those heard of last', () => {
  const { counted } = shares();
  for (const client of ['a', 'b', 'a', 'c']) counted.charge(client, 3000);
  expect(['a', 'b', 'c'].map((client) => counted.secondsToWait(client) > 0)).toEqual([true, false, true]);
});
