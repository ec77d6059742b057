import type { Bilingual } from './bilingual';

/**
 * Reason to refuse a value by a vocabulary check. It is not the breach of a governance rule (that is a
 * `RuleViolation`), but of what the reference data declares, such as a code's form or a total.
 */
export interface Refusal<Reason extends string = string> {
  /** Stable and machine-readable, UPPER_CASE. */
  readonly reason: Reason;
  /** The problem and its correction. */
  readonly message: Bilingual;
}
