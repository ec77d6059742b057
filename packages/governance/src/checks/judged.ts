import type { Bilingual } from '../bilingual';
import type { RuleViolation } from '../catalogue/violation';
import type { LocalDay } from '../time/local-day';
import type { DutyStatus, Verdict } from '../vocabulary/judgement';

/** A fact that counts for a rule: the day it happened, and the day it was recorded. */
export interface Counted {
  readonly id: string;
  readonly on: LocalDay;
  readonly recordedOn: LocalDay;
}

/** Facts about one rule, period and subject. */
export interface ToJudge<Fact extends Counted> {
  /** Last day on which it is done in time. */
  readonly dueOn: LocalDay;
  readonly today: LocalDay;
  readonly counted: readonly Fact[];
  /** Checks the rule over these facts, as if the day had passed. */
  readonly check: (counted: readonly Fact[]) => readonly RuleViolation[];
  /** Says why nothing is asked for; undefined where something is. */
  readonly excuse?: Bilingual | undefined;
}

/** An answer about a rule, a period and a subject. */
export interface Judged {
  readonly status: DutyStatus;
  /** Null until the day has passed. */
  readonly verdict: Verdict | null;
  /** True if it was kept by what was recorded after the day (补录). */
  readonly late: boolean;
  /** Missing items, or why it is not judged; null where it is kept. */
  readonly reason: Bilingual | null;
}

/** Judges a rule: kept, broken or not judged once its day has passed, and a duty until then. */
export function judge<Fact extends Counted>({ dueOn, today, counted, check, excuse }: ToJudge<Fact>): Judged {
  const isOver = dueOn < today;
  if (excuse) {
    return { status: 'EXCUSED', verdict: isOver ? 'NOT_JUDGED' : null, late: false, reason: excuse };
  }
  const violations = check(counted);
  if (violations.length > 0) {
    const reason = {
      zh: violations.map(({ message }) => message.zh).join(''),
      en: violations.map(({ message }) => message.en).join(' '),
    };
    return { status: isOver ? 'OVERDUE' : 'DUE', verdict: isOver ? 'BROKEN' : null, late: false, reason };
  }
  const inTime = counted.filter(({ recordedOn }) => recordedOn <= dueOn);
  const late = inTime.length < counted.length && check(inTime).length > 0;
  return { status: 'MET', verdict: isOver ? 'KEPT' : null, late, reason: null };
}
