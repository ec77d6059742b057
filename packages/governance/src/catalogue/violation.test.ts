import * as governance from '..';
import { violationOf } from './violation';

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
