import { findRule, type TransitionRefusal } from '@mtg/governance';
import { PublicError, refuse } from '@mtg/service-kit';
import { wordsOfRule } from './rule-violation';

/**
 * What a client is told of a step that the row's state does not allow. One that a rule forbids is a violation of it; any
 * other comes too late or too early. Either way it may be that somebody else was first, so that the version is said.
 */
export function impossibleStep(
  { message, rule }: TransitionRefusal,
  version: number,
  owner: string,
): PublicError {
  const where = { currentVersion: version, street: owner };
  return rule
    ? refuse.inWords('RULE_VIOLATION', wordsOfRule(rule, message), {
        rule,
        sentence: findRule(rule)?.sentence,
        missing: ['state'],
        ...where,
      })
    : refuse.conflict(message, where);
}
