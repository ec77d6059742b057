import type { RuleViolation } from '@mtg/governance';
import { PublicError } from '@mtg/service-kit';

/** What a client is told of broken rules: the first one's code and words, and everything that is missing. */
export function ruleViolation(violations: readonly RuleViolation[], owner: string): PublicError {
  const [first] = violations;
  const fields = violations.flatMap(({ field }) => field ?? []);
  return new PublicError(
    'RULE_VIOLATION',
    violations.map(({ rule, message }) => `${rule}：${message.zh} · ${rule}: ${message.en}`).join('\n'),
    {
      rule: first?.rule,
      sentence: first?.sentence,
      ...(fields.length > 0 && { missing: fields }),
      street: owner,
    },
  );
}
