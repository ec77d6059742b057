import type { Bilingual, RuleViolation } from '@mtg/governance';
import { PublicError, refuseByRule } from '@mtg/service-kit';

/** Both languages name the rule. */
export const wordsOfRule = (rule: string, { zh, en }: Bilingual): string => `${rule}：${zh} · ${rule}: ${en}`;

/** The refusal for broken rules: code and sentence of the first, and all that is missing. */
export function ruleViolation(violations: readonly RuleViolation[], owner: string): PublicError {
  const [first] = violations;
  const fields = new Set(violations.flatMap(({ field }) => field ?? []));
  return refuseByRule(violations.map(({ rule, message }) => wordsOfRule(rule, message)).join('\n'), {
    rule: first?.rule,
    sentence: first?.sentence,
    ...(fields.size > 0 && { missing: [...fields] }),
    street: owner,
  });
}
