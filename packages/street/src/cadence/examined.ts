import type { TransactionManager } from '@mtg/commands';
import type { LocalDay, Period, RuleCode, RuleViolation } from '@mtg/governance';
import type { SaidByDistrict } from '../district-references/said-by-district';
import type { StreetProfile } from '../foundation/street-profile';

/** Subject of one check, and its findings. None if the rule was kept. */
export interface Examined {
  readonly rule: RuleCode;
  readonly period: Period;
  readonly subject: string;
  readonly violations: readonly RuleViolation[];
}

/** The street that is looked at, its day, and the day of its first real work. */
export interface Asked {
  readonly manager: TransactionManager;
  readonly profile: StreetProfile;
  readonly today: LocalDay;
  readonly since: LocalDay;
  /** As the district said last. */
  readonly ofDistrict: SaidByDistrict;
}

/** Examines one period after another: a transaction has one connection, which takes one statement at a time. */
export async function inOrder<P, T>(
  periods: readonly P[],
  examineOne: (period: P) => Promise<T>,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (const period of periods) found.push(await examineOne(period));
  return found;
}
