import { Backoff } from './backoff';

const SECOND = 1_000;

describe('Backoff', () => {
  it('doubles from one second to thirty', () => {
    const backoff = new Backoff();
    const waits = Array.from({ length: 7 }, () => backoff.next(0));
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30].map((s) => s * SECOND));
  });

  it.each([
    [59_999, 4 * SECOND],
    [60_000, 1 * SECOND],
  ])('after two deaths and %i ms of running waits %i ms', (upMs, expected) => {
    const backoff = new Backoff();
    backoff.next(0);
    backoff.next(0);
    expect(backoff.next(upMs)).toBe(expected);
  });
});
