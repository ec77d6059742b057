import { addDays, daysOf, type IsoWeek, type VisitUnit, type WeekOfVisits } from '@mtg/governance';
import type { TransactionManager } from '@mtg/commands';
import { listReference } from '@mtg/subgraph-kit';
import { Between, IsNull } from 'typeorm';
import { FunctionalCenter } from '../../organization/functional-center';
import { CommunityVisit } from './community-visit';
import { VisitPlan } from './visit-plan';

/** The visits of one staff member, or of one center, in an ISO week, as rule R24 looks at them. */
export interface VisitsOfUnit {
  readonly centerCode: string;
  /** Null where visits are counted for the center, or where its plans name no staff. */
  readonly staffSubject: string | null;
  readonly facts: Required<Pick<WeekOfVisits, 'week' | 'subject' | 'unit' | 'visits'>>;
}

/** Number of days for which a person named in a plan counts as staff of its center. */
const STAFF_FOR_DAYS = 91;

/**
 * Facts for R24 of an ISO week, for every staff member or for every center.
 *
 * There is no register of staff. A center's staff are the people that its visit plans name for a day in
 * this week or in the quarter of a year before it. A person whom no plan has named since counts as having left. A center of
 * the seven whose plans name no person is checked as a whole, so that planning nothing does not evade the rule. A center is
 * one of the seven, or a local one that has plans.
 */
export async function weekOfVisits(
  database: Pick<TransactionManager, 'getRepository' | 'query'>,
  week: IsoWeek,
  unit: VisitUnit,
): Promise<readonly VisitsOfUnit[]> {
  const span = daysOf(week);
  if (!span) return [];
  const plans = await database.getRepository(VisitPlan).find({
    select: { centerCode: true, people: true },
    where: {
      day: Between(addDays(span.first, -STAFF_FOR_DAYS), span.last),
      sample: false,
      deletedAt: IsNull(),
    },
    order: { centerCode: 'ASC', id: 'ASC' },
  });
  const visits = await database.getRepository(CommunityVisit).find({
    where: { day: Between(span.first, span.last), sample: false, deletedAt: IsNull() },
    order: { id: 'ASC' },
  });
  const logged = await visitsWithLogs(database, visits);
  const names = new Map(
    (await listReference(database, FunctionalCenter)).map(({ code, name }) => [code, name]),
  );

  const facts = (centerCode: string, staffSubject: string | null): VisitsOfUnit => ({
    centerCode,
    staffSubject,
    facts: {
      week,
      unit,
      subject: [names.get(centerCode) ?? centerCode, staffSubject].filter(Boolean).join(' '),
      visits: visits
        .filter(
          (visit) =>
            visit.centerCode === centerCode && (staffSubject ?? visit.staffSubject) === visit.staffSubject,
        )
        .map(({ id, day, form, planId }) => ({
          day,
          form,
          // The table has no visit without a record.
          hasRecord: true,
          hasSentimentLog: logged.has(id),
          planned: planId !== null,
        })),
    },
  });
  if (unit === 'CENTER') {
    const centers = new Set([...names.keys(), ...plans.map(({ centerCode }) => centerCode)]);
    return [...centers].map((center) => facts(center, null));
  }
  const staff = staffOf(plans);
  const staffed = new Set(staff.map(([center]) => center));
  return [
    ...staff.map(([center, person]) => facts(center, person)),
    ...[...names.keys()].filter((center) => !staffed.has(center)).map((center) => facts(center, null)),
  ];
}

/** Each person once for each center whose plans name them. */
function staffOf(plans: readonly VisitPlan[]): readonly (readonly [string, string])[] {
  const named = plans.flatMap(({ centerCode, people }) =>
    people.map((person) => [centerCode, person] as const),
  );
  return [...new Map(named.map((pair) => [pair.join('\n'), pair])).values()];
}

/** Only whether there are any: what they say is not looked at. */
async function visitsWithLogs(
  database: Pick<TransactionManager, 'getRepository' | 'query'>,
  visits: readonly CommunityVisit[],
): Promise<ReadonlySet<string>> {
  const rows: { readonly visit_id: string }[] = await database.query(
    'SELECT DISTINCT visit_id FROM sentiment_log WHERE visit_id = ANY($1) AND deleted_at IS NULL',
    [visits.map(({ id }) => id)],
  );
  return new Set(rows.map(({ visit_id }) => visit_id));
}
