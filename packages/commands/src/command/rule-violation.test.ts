import { r25 } from '@mtg/governance';
import * as kit from '@mtg/subgraph-kit';
import { ruleViolation } from './rule-violation';

const violations = r25.check({
  goal: '',
  content: '逐楼清理',
  form: '清洁日',
  training: '讲座',
  instructor: '李四',
});

test('names the rule, its sentence and what is missing', () => {
  expect(ruleViolation(violations, 'DAYU').extensions).toEqual({
    code: 'RULE_VIOLATION',
    rule: 'R25',
    sentence: r25.sentence,
    missing: ['goal'],
    street: 'DAYU',
  });
});

test('takes the findings of a check only', () => {
  const written = {
    rule: 'R25',
    sentence: r25.sentence,
    message: { zh: '没有目标', en: 'no goal' },
  } as const;
  // @ts-expect-error Only a rule's check makes a violation.
  expect(ruleViolation([written], 'DAYU').message).toBe('R25：没有目标 · R25: no goal');
});

test('a street has no other way to refuse by a rule', () => {
  expect(Object.keys(kit)).toContain('refuse');
  expect(Object.keys(kit)).not.toContain('refuseByRule');
});
