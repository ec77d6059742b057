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
  /** Checks the rule over these facts, as if the day had passed. It takes the day of a fact from `on`, which may be moved. */
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

/**
 * Judges a rule: kept, broken or not judged once its day has passed, and a duty until then. The day it happened counts: in time
 * and recorded later is kept (补录), and done after the day is broken, with the day on which it was done.
 */
export function judge<Fact extends Counted>({ dueOn, today, counted, check, excuse }: ToJudge<Fact>): Judged {
  const isOver = dueOn < today;
  if (excuse) {
    return { status: 'EXCUSED', verdict: isOver ? 'NOT_JUDGED' : null, late: false, reason: excuse };
  }
  const inTime = counted.filter(({ on }) => on <= dueOn);
  const violations = check(inTime);
  if (violations.length > 0) {
    const reason = doneLate({ dueOn, counted, check }) ?? worded(violations);
    return { status: isOver ? 'OVERDUE' : 'DUE', verdict: isOver ? 'BROKEN' : null, late: false, reason };
  }
  const recorded = inTime.filter(({ recordedOn }) => recordedOn <= dueOn);
  const late = recorded.length < inTime.length && check(recorded).length > 0;
  return { status: 'MET', verdict: isOver ? 'KEPT' : null, late, reason: null };
}

const worded = (violations: readonly RuleViolation[]): Bilingual => ({
  zh: violations.map(({ message }) => message.zh).join(''),
  en: violations.map(({ message }) => message.en).join(' '),
});

/** Says on which day a rule was done that would have been kept in time. Undefined where it is not done yet. */
function doneLate<Fact extends Counted>({
  dueOn,
  counted,
  check,
}: Pick<ToJudge<Fact>, 'dueOn' | 'counted' | 'check'>): Bilingual | undefined {
  const days = [...new Set(counted.map(({ on }) => on))].filter((on) => on > dueOn).toSorted();
  const day = days.find((last) => {
    const until = counted.filter(({ on }) => on <= last);
    return check(until.map((fact) => (fact.on > dueOn ? { ...fact, on: dueOn } : fact))).length === 0;
  });
  if (day === undefined) return undefined;
  return {
    zh: `应于 ${dueOn} 前（含当日）完成，到 ${day} 才完成，本期仍为违规。请说明迟办原因（answerFinding）。`,
    en: `It was due on ${dueOn} and done on ${day}, so the rule stays broken for this period. Explain the delay (answerFinding).`,
  };
}
