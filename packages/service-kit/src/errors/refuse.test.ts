import { PublicError } from './public-error';
import { refuse, refuseByRule } from './refuse';

test('a refusal has its code, and says both languages after the value that is wrong', () => {
  const refusal = refuse.badInput('deadline', { zh: '期限已过', en: 'is in the past' });
  expect(refusal).toBeInstanceOf(PublicError);
  expect(refusal.message).toBe('input.deadline：期限已过 · is in the past');
  expect(refusal.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'input.deadline' });
});

test('nothing but a subclass constructs one (tests/messages lists them)', () => {
  // @ts-expect-error The constructor is protected. Were it public, this line would not compile.
  expect(new PublicError('NOT_FOUND', '没有 · none')).toBeInstanceOf(PublicError);
});

test('a broken rule is refused by the function of its own alone', () => {
  expect(refuseByRule('R25：没有目标 · R25: no goal', { rule: 'R25' }).extensions).toEqual({
    code: 'RULE_VIOLATION',
    rule: 'R25',
  });
  // @ts-expect-error The code is not among those that a caller may choose.
  refuse.because('RULE_VIOLATION', { zh: '没有目标', en: 'no goal' });
  // @ts-expect-error Nor with words of the caller's own.
  refuse.inWords('RULE_VIOLATION', '没有目标 · no goal');
});
