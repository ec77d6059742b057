import { withArticle } from '../article';
import type { Rule } from '../catalogue/rule';
import { violationOf, type RuleViolation } from '../catalogue/violation';
import type { LocalDay } from '../time/local-day';
import { hasEnded, kindOf, type Period, type PeriodKind } from '../time/period';

const KINDS: Readonly<Record<PeriodKind, { readonly zh: string; readonly en: string }>> = {
  YEAR: { zh: '年度，例如 2026', en: 'year, such as 2026' },
  QUARTER: { zh: '季度，例如 2026-Q4', en: 'quarter, such as 2026-Q4' },
  MONTH: { zh: '月份，例如 2026-11', en: 'month, such as 2026-11' },
  WEEK: { zh: 'ISO周，例如 2026-W47', en: 'ISO week, such as 2026-W47' },
};

/** The period that a cadence rule looks back at. */
export interface LookBack {
  readonly kind: PeriodKind;
  readonly period: Period;
  /** A period is looked at from the day after its last. */
  readonly today: LocalDay;
}

/** Findings of a cadence rule: none while the period lasts, and one about an invalid period. */
export function findingsAfter(
  rule: Rule,
  { kind, period, today }: LookBack,
  findings: () => readonly RuleViolation[],
): readonly RuleViolation[] {
  if (kindOf(period) !== kind) {
    const { zh, en } = KINDS[kind];
    const message = {
      zh: `“${period}”不是${zh}。请更正。`,
      en: `“${period}” is not a valid ${withArticle(en)}. Correct it.`,
    };
    return [violationOf(rule, message, kind.toLowerCase())];
  }
  return hasEnded(period, today) ? findings() : [];
}
