import { refuse } from './refuse';

const TEXT = { zh: '不行', en: 'no' };

test.each([
  [refuse.badInput('a.b', TEXT), 'input.a.b：不行 · no', { code: 'BAD_USER_INPUT', field: 'input.a.b' }],
  [refuse.notFound('a', TEXT), 'input.a：不行 · no', { code: 'NOT_FOUND', field: 'input.a' }],
  [
    refuse.conflictAt('a', TEXT, { currentVersion: 2 }),
    'input.a：不行 · no',
    { code: 'CONFLICT', field: 'input.a', currentVersion: 2 },
  ],
  [refuse.badArgument('first', TEXT), 'first：不行 · no', { code: 'BAD_USER_INPUT', argument: 'first' }],
  [refuse.unknown('code', TEXT), '不行 · no', { code: 'NOT_FOUND', argument: 'code' }],
  [refuse.conflict(TEXT, { street: 'DAYU' }), '不行 · no', { code: 'CONFLICT', street: 'DAYU' }],
  [refuse.forbidden(TEXT), '不行 · no', { code: 'FORBIDDEN' }],
  [refuse.because('OVERLOADED', TEXT), '不行 · no', { code: 'OVERLOADED' }],
  [refuse.inWords('NOT_FOUND', '没有 · none'), '没有 · none', { code: 'NOT_FOUND' }],
])('an error of %p', (error, message, extensions) => {
  expect(error.message).toBe(message);
  expect(error.extensions).toEqual(extensions);
});
