import { RefusalShare } from './refusal-share';

/** How many of so many refusals at one time are entries of their own. */
const taken = (share: RefusalShare, subject: string, count: number, now: number): number =>
  Array.from({ length: count }, () => share.take(subject, now)).filter(Boolean).length;

it('gives each subject its own share', () => {
  const share = new RefusalShare();
  expect(taken(share, 'a', 500, 0)).toBe(120);
  expect(taken(share, 'b', 20, 0)).toBe(20);
});

it('gives it anew every minute', () => {
  const share = new RefusalShare();
  expect(taken(share, 'a', 500, 0)).toBe(120);
  expect(taken(share, 'a', 500, 59_999)).toBe(0);
  expect(taken(share, 'a', 500, 60_000)).toBe(120);
});
