import {
  addDays,
  daysOf,
  localDay,
  type Counted,
  type CountedVisit,
  type IsoWeek,
  type VisitUnit,
  type WeekOfVisits,
} from '@mtg/governance';
import type { TransactionManager } from '@mtg/commands';
import { listReference } from '@mtg/subgraph-kit';
import { Between, IsNull, Not } from 'typeorm';
import type { CenterLife } from '../../organization/center-lives';
import { FunctionalCenter } from '../../organization/functional-center';
import { CommunityVisit } from './community-visit';
import { readRegister } from './read-register';
import { firstDayOf, rosterOfRegister, whileCentersWere } from './register-roster';
import { rosterOfPlans, STAFF_FOR_DAYS, type StaffMember } from './roster';
import { VisitPlan } from './visit-plan';

/** A visit, with what a judgement says of it. */
export type JudgedVisit = CountedVisit & Counted;

/** The visits of one staff member, or of one center, in an ISO week, as rule R24 looks at them. */
export interface VisitsOfUnit {
  readonly centerCode: string;
  /** Null where visits are counted for the center, or where it has no staff. */
  readonly staffSubject: string | null;
  /** Name of the staff member in findings; null as above. */
  readonly staffName: string | null;
  readonly facts: Required<Pick<WeekOfVisits, 'week' | 'subject' | 'unit' | 'absentDays'>> & {
    readonly visits: readonly JudgedVisit[];
  };
}

type Database = Pick<TransactionManager, 'getRepository' | 'query'>;

interface WaysToCount {
  readonly unit: VisitUnit;
  readonly sample: boolean;
  /** Every center that the street has or had, by code. */
  readonly lives: ReadonlyMap<string, CenterLife>;
}

/**
 * Facts for R24 of ISO weeks, for every staff member of the roster or for every center.
 *
 * Staff are those of the register of people. Weeks that ended before its first post, and streets without one, go by visit
 * plans. A center of the seven without staff is checked as a whole, so that planning nothing does not evade the rule. A center is
 * one of the seven, or a local one that has plans.
 *
 * @param weeks in their order
 */
export async function weeksOfVisits(
  database: Database,
  weeks: readonly IsoWeek[],
  { unit, sample, lives }: WaysToCount,
): Promise<readonly VisitsOfUnit[]> {
  const [first, last] = [daysOf(weeks[0] ?? '')?.first, daysOf(weeks.at(-1) ?? '')?.last];
  if (first === undefined || last === undefined) return [];
  const plans = await database.getRepository(VisitPlan).find({
    select: { centerCode: true, people: true, day: true },
    where: { day: Between(addDays(first, -STAFF_FOR_DAYS), last), sample, deletedAt: IsNull() },
    order: { centerCode: 'ASC', id: 'ASC' },
  });
  const visits = await visitsBetween(database, first, last, sample);
  const register = whileCentersWere(await readRegister(database, sample), lives);
  const [planned, registered] = [rosterOfPlans(plans), rosterOfRegister(register)];
  const registeredSince = firstDayOf(register);
  const names = new Map(
    (await listReference(database, FunctionalCenter)).map(({ code, name }) => [code, name]),
  );
  const centers = [...new Set([...names.keys(), ...plans.map(({ centerCode }) => centerCode)])];

  return weeks.flatMap((week) => {
    const span = daysOf(week);
    const own = visits.filter(({ day }) => span && span.first <= day && day <= span.last);
    const roster =
      span && registeredSince !== undefined && registeredSince <= span.last ? registered : planned;
    const facts = (centerCode: string, staff?: StaffMember): VisitsOfUnit => ({
      centerCode,
      staffSubject: staff?.subject ?? null,
      staffName: staff?.name ?? null,
      facts: {
        week,
        unit,
        subject: [names.get(centerCode) ?? centerCode, staff?.name].filter(Boolean).join(' '),
        absentDays: staff?.absentDays ?? [],
        visits: own
          .filter((visit) =>
            staff
              ? staff.subject === visit.staff && staff.centers.includes(visit.centerCode)
              : visit.centerCode === centerCode,
          )
          .map(({ visit }) => visit),
      },
    });
    if (unit === 'CENTER') return centers.map((center) => facts(center));
    const staff = roster.staffIn(week);
    const staffed = new Set(staff.flatMap((member) => member.centers));
    return [
      ...staff.map((member) => facts(member.centerCode, member)),
      ...[...names.keys()].filter((center) => !staffed.has(center)).map((center) => facts(center)),
    ];
  });
}

async function visitsBetween(database: Database, first: string, last: string, sample: boolean) {
  const rows = await database.getRepository(CommunityVisit).find({
    where: { day: Between(first, last), sample, deletedAt: IsNull() },
    order: { id: 'ASC' },
  });
  const logged = await visitsWithLogs(database, rows);
  const stated = await plansStatedAfterwards(database, first, last, sample);
  return rows.map(({ id, day, form, planId, createdAt, centerCode, staffSubject }) => {
    const visit: JudgedVisit = {
      id,
      day,
      form,
      on: day,
      recordedOn: localDay(createdAt),
      // The table has no visit without a record.
      hasRecord: true,
      hasSentimentLog: logged.has(id),
      planned: planId !== null,
      statedAfterwards: planId !== null && stated.has(planId),
    };
    return { day, centerCode, staff: staffSubject, visit };
  });
}

/** Plans of these days that an import of past years stated. */
async function plansStatedAfterwards(
  database: Database,
  first: string,
  last: string,
  sample: boolean,
): Promise<ReadonlySet<string>> {
  const plans = await database.getRepository(VisitPlan).find({
    select: { id: true },
    where: { day: Between(first, last), importedAt: Not(IsNull()), sample, deletedAt: IsNull() },
  });
  return new Set(plans.map(({ id }) => id));
}

/** Only whether there are any: what they say is not looked at. */
async function visitsWithLogs(
  database: Database,
  visits: readonly CommunityVisit[],
): Promise<ReadonlySet<string>> {
  const rows: { readonly visit_id: string }[] = await database.query(
    'SELECT DISTINCT visit_id FROM sentiment_log WHERE visit_id = ANY($1) AND deleted_at IS NULL',
    [visits.map(({ id }) => id)],
  );
  return new Set(rows.map(({ visit_id }) => visit_id));
}
