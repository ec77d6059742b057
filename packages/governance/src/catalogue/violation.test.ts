import * as governance from '..';
import { violationOf, type RuleViolation } from './violation';

const { r25 } = governance;
const message = { zh: '没有目标。请填写。', en: 'There is no goal. Give it.' };

test('a violation has the code and the sentence of its rule', () => {
  const { code: rule, sentence } = r25;
  expect(violationOf(r25, message)).toEqual({ rule, sentence, message });
  expect(violationOf(r25, message, ['goal', 'content'])).toMatchObject({ field: ['goal', 'content'] });
});

test('only the rules make violations: the package does not hand out the way to', () => {
  expect(Object.keys(governance)).toContain('r25');
  expect(Object.keys(governance)).not.toContain('violationOf');
});

test('a violation that is written out is none by its type', () => {
  // @ts-expect-error It has no mark. Were the mark optional, this line would compile.
  const written: RuleViolation = { rule: 'R25', sentence: r25.sentence, message };
  expect(written.rule).toBe('R25');
});
