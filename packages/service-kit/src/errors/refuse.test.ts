import { PublicError } from './public-error';
import { refuse } from './refuse';

test('a refusal has its code, and says both languages after the value that is wrong', () => {
  const refusal = refuse.badInput('deadline', { zh: '期限已过', en: 'is in the past' });
  expect(refusal).toBeInstanceOf(PublicError);
  expect(refusal.message).toBe('input.deadline：期限已过 · is in the past');
  expect(refusal.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'input.deadline' });
});

test('there is no other way to make one', () => {
  // @ts-expect-error The constructor is protected. Were it public, this line would not compile.
  expect(new PublicError('NOT_FOUND', '没有 · none')).toBeInstanceOf(PublicError);
});
