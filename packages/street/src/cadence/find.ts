import { r04, r14, r24, type Period } from '@mtg/governance';
import { IsNull } from 'typeorm';
import { weekOfVisits } from '../community-work/visits/week-of-visits';
import { memberUnitsOf } from '../deliberation/bodies/member-units';
import { AnnualNotice } from '../deliberation/yearly/annual-notice';
import { DepartmentReport } from '../evaluation/department-report';
import { endedPeriods } from './ended-periods';
import { inOrder, type Asked, type Examined } from './examined';
import { ledgerAge } from './ledger-age';
import { consultations, organizationLinks, plans } from './links-and-plans';
import { heldMeetings, jointMeetings, progressMeetings, retreats, weeklyMeetings } from './meetings';

/** Runs every check over time on every period that has ended. Sample data neither keep a rule nor break one. */
export async function examine(asked: Asked): Promise<readonly Examined[]> {
  const { weeks, months, quarters, years, begunMonths, begunYears } = endedPeriods(asked.today, asked.since);
  const meetings = await heldMeetings(asked);
  return [
    ...quarters.map((quarter) => jointMeetings(asked, meetings, quarter)),
    ...years.map((year) => retreats(asked, meetings, year)),
    ...(await inOrder(years, (year) => annualNotices(asked, year))),
    ...(await consultations(asked, months)),
    ...(await plans(asked, [...begunYears, ...begunMonths])),
    ...(await ledgerAge(asked)),
    ...(await departmentReports(asked)),
    ...(await organizationLinks(asked, begunMonths)),
    ...begunMonths.map((month) => progressMeetings(asked, meetings, month)),
    ...(await weeklyMeetings(asked, meetings, weeks)),
    ...(await inOrder(weeks, (week) => visits(asked, week))).flat(),
  ];
}

async function annualNotices({ manager, profile, today }: Asked, year: Period): Promise<Examined> {
  const violations = r04.check({
    year,
    today,
    memberUnits: await memberUnitsOf({ manager, sample: false }),
    notices: await manager.findBy(AnnualNotice, { year: Number(year), sample: false, deletedAt: IsNull() }),
  });
  return { rule: 'R04', period: year, subject: profile.identity.code, violations };
}

/** Looks at the years whose appraisal the district has set for a day by which the street worked (R14). */
async function departmentReports({
  manager,
  profile,
  today,
  since,
  ofDistrict: { appraisalDays },
}: Asked): Promise<readonly Examined[]> {
  // A day to come is looked at too: it may have been put off, and what was found before is then resolved.
  const judged = [...appraisalDays].filter(([, day]) => since < day);
  return inOrder(judged, async ([year, appraisalDay]) => {
    const reports = await manager.findBy(DepartmentReport, {
      year: Number(year),
      sample: false,
      deletedAt: IsNull(),
    });
    const violations = r14.check({ year, appraisalDay, today, reports });
    return { rule: 'R14', period: year, subject: profile.identity.code, violations };
  });
}

async function visits(
  { manager, profile, today, ofDistrict: { calendar } }: Asked,
  week: Period,
): Promise<readonly Examined[]> {
  const { unit = 'STAFF', daysPerWeek, shortWeeks } = profile.visits ?? {};
  const units = await weekOfVisits(manager, week, unit);
  return units.map(({ centerCode, staffSubject, facts }) => ({
    rule: 'R24',
    period: week,
    subject: [centerCode, staffSubject].filter(Boolean).join('/'),
    violations: r24.check({
      ...facts,
      today,
      calendar,
      ...(daysPerWeek !== undefined && { daysPerWeek }),
      ...(shortWeeks && { shortWeeks }),
    }),
  }));
}
