import { DatabaseError } from 'pg';
import { databaseRefusal } from './database-refusal';

const failure = (code: string): DatabaseError =>
  Object.assign(new DatabaseError('integer out of range', 1, 'error'), { code });

test.each([
  ['22003', 'BAD_USER_INPUT'],
  ['54001', 'BAD_USER_INPUT'],
  ['22021', 'BAD_USER_INPUT'],
  ['57014', 'OVERLOADED'],
  ['28P01', 'DATABASE_LOGIN_REFUSED'],
  ['42703', undefined],
  // No filter divides: a view of the platform's own does.
  ['22012', undefined],
])('SQLSTATE %s is told as %s', (code, told) => {
  const refusal = databaseRefusal(failure(code));
  expect(refusal?.extensions['code']).toBe(told);
  expect(refusal?.message ?? '').not.toContain('integer out of range');
});

test('a number out of range is the fault of the filter', () => {
  expect(databaseRefusal(failure('22003'))?.extensions['field']).toBe('filter');
});
