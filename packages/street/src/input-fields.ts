import type { InputViolation } from '@mtg/commands';
import type { RuleViolation } from '@mtg/governance';

/** What rules call their facts, as a command's input calls them; several where any of them would do. */
export type InputNames = Readonly<Record<string, string | readonly string[]>>;

/** Names what is missing as the input names it, where a rule has other words for its facts. */
export const asInputFields = (
  violations: readonly RuleViolation[],
  names: InputNames,
): readonly InputViolation[] =>
  violations.map((violation) =>
    violation.field === undefined
      ? violation
      : { ...violation, field: names[violation.field] ?? violation.field },
  );
