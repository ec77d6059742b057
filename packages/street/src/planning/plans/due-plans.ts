import { planDueOn, type LocalDay, type PlanKind } from '@mtg/governance';
import { monthsOf } from '../dues/due-counts';

/** A year or a month that every center needs a plan for. */
export interface DuePeriod {
  readonly kind: PlanKind;
  readonly period: string;
  readonly dueOn: LocalDay;
}

/** The plans of a year that are due up to a day: the one for the year, and those for its months. */
export function duePeriods(year: number, dueBy: LocalDay): readonly DuePeriod[] {
  return [String(year), ...monthsOf(year)].flatMap((period) => {
    const dueOn = planDueOn(period);
    if (dueOn === undefined || dueOn > dueBy) return [];
    return [{ kind: period.length === 4 ? ('YEAR' as const) : ('MONTH' as const), period, dueOn }];
  });
}
