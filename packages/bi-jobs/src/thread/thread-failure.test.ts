import { DatabaseError } from 'pg';
import { errorOf, failureOf } from './thread-failure';

test.each([
  [Object.assign(new DatabaseError('terminated', 10, 'error'), { code: '57P01' })],
  [Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })],
  [new Error('without a code')],
])('an error of a thread is the same error outside', (error) => {
  const again = errorOf(structuredClone(failureOf(error)));
  expect(again).toEqual(error);
  expect([again.constructor, again.stack, 'code' in again && again.code]).toEqual([
    error.constructor,
    error.stack,
    'code' in error && error.code,
  ]);
});
