import type { Bilingual } from '../bilingual';
import type { RuleCode } from './rule-code';

declare const madeByRule: unique symbol;

/**
 * One breach of one rule. Only the checks of the rules make it. A command that breaks a rule fails as a whole and hands
 * these to its caller.
 */
export interface RuleViolation {
  /** Exists in types only, so that no other package can write a violation of its own. */
  readonly [madeByRule]: true;
  readonly rule: RuleCode;
  /** The rule's Chinese sentence, verbatim from the study. */
  readonly sentence: string;
  /** Missing or surplus items, and the correction. */
  readonly message: Bilingual;
  /** Path of the input that the violation is about, several where any of them mends it. A look back names its fact. */
  readonly field?: string | readonly string[];
}

/** A violation of `rule`, with the rule's own code and sentence. */
export function violationOf(
  rule: { readonly code: RuleCode; readonly sentence: string },
  message: Bilingual,
  field?: RuleViolation['field'],
): RuleViolation {
  const violation = {
    rule: rule.code,
    sentence: rule.sentence,
    message,
    ...(field !== undefined && { field }),
  };
  // The mark is a type without a value. This function alone gives it, and the package does not export it.
  return violation as typeof violation & RuleViolation;
}

/** Makes the violations of one rule. */
export const violationsOf =
  (rule: Parameters<typeof violationOf>[0]) =>
  (field: RuleViolation['field'], zh: string, en: string): RuleViolation =>
    violationOf(rule, { zh, en }, field);
