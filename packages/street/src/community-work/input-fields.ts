import type { RuleViolation } from '@mtg/governance';

/** Names what is missing as the input names it, where a rule has other words for its facts. */
export const asInputFields = (
  violations: readonly RuleViolation[],
  fieldOf: (fact: string) => string,
): readonly RuleViolation[] =>
  violations.map((violation) =>
    violation.field === undefined ? violation : { ...violation, field: fieldOf(violation.field) },
  );
