import { checkBaseTaskCount, DECLARED_BASE_TASKS } from './base-tasks';

test('the study declares 32', () => {
  expect(DECLARED_BASE_TASKS).toBe(32);
});

test.each([0, 14, 31, 32])('%i named base tasks are within the declaration', (named) => {
  expect(checkBaseTaskCount(named)).toBeUndefined();
});

test.each([
  [33, 1],
  [40, 8],
])('%i named base tasks are refused, %i too many', (named, excess) => {
  const refusal = checkBaseTaskCount(named);
  expect(refusal?.reason).toBe('TOO_MANY_BASE_TASKS');
  expect(refusal?.message.zh).toContain(`请减去${excess}项`);
  expect(refusal?.message.en).toContain(`Remove ${excess},`);
});

test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is not a count', (named) => {
  expect(() => checkBaseTaskCount(named)).toThrow(RangeError);
});
