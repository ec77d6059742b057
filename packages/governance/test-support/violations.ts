import type { Rule, RuleViolation } from '../src';

/** The fields that violations name, after looking at what every violation of a rule has. */
export function fieldsOf(
  rule: Rule,
  violations: readonly RuleViolation[],
): readonly RuleViolation['field'][] {
  for (const violation of violations) {
    expect(violation).toMatchObject({ rule: rule.code, sentence: rule.sentence });
    // The missing item and the correction, in both languages. An absent fact never shows as `undefined`.
    expect(violation.message.zh).toMatch(/\p{Script=Han}.*[。]$/u);
    expect(violation.message.en).toMatch(/^[\s\S]*[A-Za-z][\s\S]*\.$/u);
    expect(`${violation.message.zh}${violation.message.en}`).not.toMatch(/undefined|null|NaN|\[object/u);
  }
  return violations.map(({ field }) => field);
}

/** All English messages as one text. */
export function english(violations: readonly RuleViolation[]): string {
  return violations.map(({ message }) => message.en).join('\n');
}

/** All Chinese messages as one text. */
export function chinese(violations: readonly RuleViolation[]): string {
  return violations.map(({ message }) => message.zh).join('\n');
}
