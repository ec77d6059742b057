import type { TransactionManager } from '@mtg/commands';
import {
  addDays,
  daysOf,
  judge,
  type Bilingual,
  type Counted,
  type Judged,
  type LocalDay,
  type Period,
  type RuleCode,
  type RuleViolation,
} from '@mtg/governance';
import type { SaidByDistrict } from '../district-references/said-by-district';
import type { StreetProfile } from '../foundation/street-profile';

/** One rule, period and subject, judged. */
export interface Examined extends Judged {
  readonly rule: RuleCode;
  readonly period: Period;
  readonly subject: string;
  readonly centerCode: string | null;
  readonly dueOn: LocalDay;
  /** Day from which the duty is reminded of. */
  readonly remindOn: LocalDay;
  readonly counted: readonly Counted[];
}

/** The street that is looked at, its day, and the day from which it is judged. */
export interface Asked {
  readonly manager: TransactionManager;
  readonly profile: StreetProfile;
  readonly today: LocalDay;
  /** True for its sample data, which are judged by themselves. */
  readonly sample: boolean;
  /** Undefined where the district has set no day. */
  readonly since: LocalDay | undefined;
  /** True where recent periods alone are examined. */
  readonly isRecent: boolean;
  /** As the district said last. */
  readonly ofDistrict: SaidByDistrict;
}

/** Duty that a rule gives a subject in a period. */
interface Duty<Fact extends Counted> {
  readonly rule: RuleCode;
  readonly period: Period;
  readonly subject: string;
  readonly centerCode?: string | null;
  readonly dueOn: LocalDay;
  readonly counted: readonly Fact[];
  /** @param after the day after it was due, from which on the rule looks back */
  readonly check: (counted: readonly Fact[], after: LocalDay) => readonly RuleViolation[];
  readonly excuse?: Bilingual | undefined;
}

/** Days before its last on which a duty is reminded of, where the street says nothing else. */
const REMINDER_DAYS = 7;

/** Judges a duty as of the street’s day. A period that began before the street’s first day is not judged. */
export function examined<Fact extends Counted>(
  { today, since, profile }: Pick<Asked, 'today' | 'since' | 'profile'>,
  { check, excuse, centerCode = null, ...duty }: Duty<Fact>,
): Examined {
  const { rule, period, subject, dueOn, counted } = duty;
  const after = addDays(dueOn, 1);
  return {
    rule,
    period,
    subject,
    centerCode,
    dueOn,
    remindOn: addDays(dueOn, -(profile.reminders?.[rule] ?? REMINDER_DAYS)),
    counted,
    ...judge({
      dueOn,
      today,
      counted,
      check: (facts) => check(facts, after),
      excuse: notYet(period, since) ?? excuse,
    }),
  };
}

function notYet(period: Period, since: LocalDay | undefined): Bilingual | undefined {
  if (since === undefined) {
    return {
      zh: '区里没有确定本街道的考核起始日（setJudgementStart）',
      en: 'The district has set no day from which this street is judged (setJudgementStart)',
    };
  }
  if ((daysOf(period)?.first ?? '') >= since) return undefined;
  return {
    zh: `该周期开始于考核起始日 ${since} 之前`,
    en: `The period began before ${since}, the day from which the street is judged`,
  };
}

/** The last day of a period. */
export const endOf = (period: Period): LocalDay => daysOf(period)?.last ?? period;
