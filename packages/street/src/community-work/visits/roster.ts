import { addDays, daysOf, type IsoWeek, type LocalDay } from '@mtg/governance';
import type { VisitPlan } from './visit-plan';

/** A staff member of a center, in a week. */
export interface StaffMember {
  readonly centerCode: string;
  readonly subject: string;
  /** Name in findings: the person’s where the register has one, otherwise the subject. */
  readonly name: string;
  /** Centers whose visits count for this person: those of their posts. */
  readonly centers: readonly string[];
  /** Days of the week on which the person held no post or was on leave. */
  readonly absentDays: readonly LocalDay[];
}

/** Staff of the centers, week by week. */
export interface Roster {
  staffIn(week: IsoWeek): readonly StaffMember[];
}

/** Number of days for which a person named in a plan counts as staff of its center, where there is no register. */
export const STAFF_FOR_DAYS = 91;

/**
 * Staff as visit plans name them, for weeks of which the street has no register. A center's staff in a week are the people
 * that its plans name for a day in that week or in the quarter of a year before it. A person whom no plan has named since
 * counts as having left.
 */
export const rosterOfPlans = (
  plans: readonly Pick<VisitPlan, 'centerCode' | 'day' | 'people'>[],
): Roster => ({
  staffIn: (week) => {
    const span = daysOf(week);
    if (!span) return [];
    const first = addDays(span.first, -STAFF_FOR_DAYS);
    const staff = plans
      .filter(({ day }) => first <= day && day <= span.last)
      .flatMap(({ centerCode, people }) =>
        people.map((subject) => ({
          centerCode,
          subject,
          name: subject,
          centers: [centerCode],
          absentDays: [],
        })),
      );
    return [...new Map(staff.map((each) => [`${each.centerCode}\n${each.subject}`, each])).values()];
  },
});
