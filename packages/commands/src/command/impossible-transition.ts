import { findRule, type TransitionRefusal } from '@mtg/governance';
import { PublicError, refuse, refuseByRule } from '@mtg/service-kit';
import { wordsOfRule } from './rule-violation';

/**
 * Makes the refusal of a transition that the row's state does not allow: a violation where a rule forbids it, otherwise a
 * conflict. Both carry the version, since another user may have changed the row first.
 */
export function impossibleTransition(
  { message, rule }: TransitionRefusal,
  version: number,
  owner: string,
): PublicError {
  const where = { currentVersion: version, street: owner };
  return rule
    ? refuseByRule(wordsOfRule(rule, message), {
        rule,
        sentence: findRule(rule)?.sentence,
        missing: ['state'],
        ...where,
      })
    : refuse.conflict(message, where);
}
