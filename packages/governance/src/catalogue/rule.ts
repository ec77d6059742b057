import type { Bilingual } from '../bilingual';
import type { RuleCode } from './rule-code';
import type { RuleKind } from './rule-kind';
import type { RuleViolation } from './violation';

/** A rule of street governance as data: what the study says, where, and what it means for the platform. */
export interface Rule {
  readonly code: RuleCode;
  /** A few words. */
  readonly name: Bilingual;
  /** The study's words, verbatim, slips included; a sentence cut by the scan's columns is joined as it reads. */
  readonly sentence: string;
  /** Line or lines of the study where the sentence stands, 1-based, in reading order (`seed:LINE`). */
  readonly lines: readonly number[];
  /** Faithful translation of the sentence; words in brackets are supplied from its context. */
  readonly english: string;
  /** At least one; the most important first. */
  readonly kinds: readonly RuleKind[];
  /** Testable content of the rule. */
  readonly invariant: Bilingual;
  /** Interpretation of a slip, a gap or an ambiguity of the sentence, which itself keeps its words. */
  readonly note?: Bilingual;
}

/** A rule that the platform enforces. `Facts` is the shape of what its check looks at. */
export interface EnforcedRule<Facts> extends Rule {
  /** Pure: the same facts give the same violations; none means that the rule is kept. Never throws for bad facts. */
  readonly check: (facts: Facts) => readonly RuleViolation[];
}

/**
 * Any rule of the catalogue. Every enforced rule fits here whatever its facts are; to call a check, import the
 * rule itself, which knows the type of its facts.
 */
export type CatalogueRule = Rule | EnforcedRule<never>;

/** True if the platform enforces the rule yet. Derived from the check, so that it cannot say otherwise. */
export function isEnforced(rule: CatalogueRule): rule is EnforcedRule<never> {
  return 'check' in rule;
}
