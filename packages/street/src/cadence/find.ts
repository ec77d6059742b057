import type { TransactionManager } from '@mtg/commands';
import {
  r02,
  r04,
  r14,
  r17,
  r18,
  r19,
  r20,
  r21,
  r24,
  r29,
  type LocalDay,
  type Period,
  type RuleCode,
  type RuleViolation,
} from '@mtg/governance';
import { Any, Between, In, IsNull } from 'typeorm';
import { weekOfVisits } from '../community-work/visits/week-of-visits';
import { memberUnitsOf } from '../deliberation/bodies/member-units';
import { CenterReport } from '../deliberation/meetings/center-report';
import { Meeting } from '../deliberation/meetings/meeting';
import { AnnualNotice } from '../deliberation/yearly/annual-notice';
import { Consultation } from '../planning/consultations/consultation';
import { DepartmentLink } from '../planning/consultations/department-link';
import { Plan } from '../planning/plans/plan';
import { allCenters } from '../organization/organization.repository';
import { OrganizationLink } from '../services/organizations/organization-link';
import type { StreetProfile } from '../foundation/street-profile';
import { DepartmentReport } from '../evaluation/department-report';
import type { AppraisalDays } from '../district-references/known-appraisals';
import { endedPeriods } from './ended-periods';

/** Subject of one check, and its findings. None if the rule was kept. */
export interface Examined {
  readonly rule: RuleCode;
  readonly period: Period;
  readonly subject: string;
  readonly violations: readonly RuleViolation[];
}

interface Asked {
  readonly manager: TransactionManager;
  readonly profile: StreetProfile;
  readonly today: LocalDay;
  readonly since: LocalDay;
  /** As the district said last. */
  readonly appraisalDays: AppraisalDays;
}

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
    ...(await departmentReports(asked)),
    ...(await organizationLinks(asked, begunMonths)),
    ...begunMonths.map((month) => progressMeetings(asked, meetings, month)),
    ...(await weeklyMeetings(asked, meetings, weeks)),
    ...(await inOrder(weeks, (week) => visits(asked, week))).flat(),
  ];
}

/** Examines one period after another: a transaction has one connection, which takes one statement at a time. */
async function inOrder<P, T>(
  periods: readonly P[],
  examineOne: (period: P) => Promise<T>,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (const period of periods) found.push(await examineOne(period));
  return found;
}

interface Held {
  readonly id: string;
  readonly kind: Meeting['kind'];
  readonly heldOn: LocalDay;
  readonly isClosed: boolean;
}

async function heldMeetings({ manager, today, since }: Asked): Promise<readonly Held[]> {
  const rows = await manager.find(Meeting, {
    select: { id: true, kind: true, heldOn: true, state: true },
    where: { heldOn: Between(since, today), sample: false, deletedAt: IsNull() },
  });
  return rows.flatMap(({ id, kind, heldOn, state }) =>
    heldOn === null ? [] : [{ id, kind, heldOn, isClosed: state === 'CLOSED' }],
  );
}

const ofKind = (meetings: readonly Held[], kind: Held['kind']): readonly Held[] =>
  meetings.filter((meeting) => meeting.kind === kind);

function jointMeetings({ profile, today }: Asked, meetings: readonly Held[], quarter: Period): Examined {
  const violations = r02.check({ quarter, today, heldJointMeetings: ofKind(meetings, 'JOINT') });
  return { rule: 'R02', period: quarter, subject: profile.identity.code, violations };
}

function retreats({ profile, today }: Asked, meetings: readonly Held[], year: Period): Examined {
  const violations = r19.check({ year, today, heldRetreats: ofKind(meetings, 'ANNUAL_RETREAT') });
  return { rule: 'R19', period: year, subject: profile.identity.code, violations };
}

function progressMeetings(
  { profile, today }: Asked,
  meetings: readonly Held[],
  progressMonth: Period,
): Examined {
  const closedMeetings = ofKind(meetings, 'MONTHLY_PROGRESS').filter(({ isClosed }) => isClosed);
  const { calendar } = profile;
  const violations = r20.check({ progressMonth, today, closedMeetings, ...(calendar && { calendar }) });
  return { rule: 'R20', period: progressMonth, subject: profile.identity.code, violations };
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

/** The plans of each center that are due: for a year from April on, for a month from its second day on. */
async function plans(
  { manager, profile, today }: Asked,
  periods: readonly Period[],
): Promise<readonly Examined[]> {
  const adopted = await manager.find(Plan, {
    select: { centerCode: true, period: true },
    where: { period: In([...periods]), state: 'ADOPTED', sample: false, deletedAt: IsNull() },
  });
  const centers = await allCenters(manager, profile);
  return periods.flatMap((period) =>
    centers.map(({ code, name }) => ({
      rule: 'R17' as const,
      period,
      subject: code,
      violations: r17.check({
        planFor: period,
        today,
        center: name,
        adoptedPlans: adopted.filter(({ centerCode }) => centerCode === code),
      }),
    })),
  );
}

/** Looks at the years whose appraisal the district has set for a day by which the street worked (R14). */
async function departmentReports({
  manager,
  profile,
  today,
  since,
  appraisalDays,
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

/** The consultations that each link of a center with a department asks for in a month. */
async function consultations(
  { manager, profile, today }: Asked,
  months: readonly Period[],
): Promise<readonly Examined[]> {
  const links = await manager.findBy(DepartmentLink, { sample: false, deletedAt: IsNull() });
  const held = await manager.find(Consultation, {
    select: { linkId: true, consultedOn: true },
    where: { month: In([...months]), sample: false, deletedAt: IsNull() },
  });
  const centers = await allCenters(manager, profile);
  const pairOf = (link: DepartmentLink): string => `${link.centerCode}/${link.departmentCode}`;
  const subjects = [...new Set(links.map(pairOf))];
  // A link that has ended and one that followed it are the same two, and so one subject.
  return months.flatMap((month) =>
    subjects.map((subject) => ({
      rule: 'R18' as const,
      period: month,
      subject,
      violations: links
        .filter((link) => pairOf(link) === subject)
        .flatMap(({ id, centerCode, departmentCode, since, until }) =>
          r18.check({
            month,
            today,
            center: centers.find(({ code }) => code === centerCode)?.name ?? centerCode,
            department: departmentCode,
            since,
            until,
            consultations: held.filter(({ linkId }) => linkId === id),
          }),
        ),
    })),
  );
}

async function organizationLinks(
  { manager, profile, today }: Asked,
  months: readonly Period[],
): Promise<readonly Examined[]> {
  const links = await manager.find(OrganizationLink, {
    select: { centerCode: true, since: true, until: true },
    where: { sample: false, deletedAt: IsNull() },
  });
  const centers = await allCenters(manager, profile);
  return months.flatMap((month) =>
    centers.map(({ code, name }) => ({
      rule: 'R29' as const,
      period: month,
      subject: code,
      violations: r29.check({
        month,
        today,
        center: name,
        links: links.filter(({ centerCode }) => centerCode === code),
      }),
    })),
  );
}

async function weeklyMeetings(
  { manager, profile, today }: Asked,
  meetings: readonly Held[],
  weeks: readonly Period[],
): Promise<readonly Examined[]> {
  const weekly = ofKind(meetings, 'WEEKLY');
  const reports = await manager.findBy(CenterReport, { meetingId: Any(weekly.map(({ id }) => id)) });
  const heldWithReports = weekly.map(({ id, heldOn }) => ({
    heldOn,
    reports: reports
      .filter(({ meetingId }) => meetingId === id)
      .map(({ centerCode: center, thisWeek, nextWeek, communityMatters }) => ({
        center,
        thisWeek,
        nextWeek,
        communityMatters,
      })),
  }));
  return weeks.map((week) => ({
    rule: 'R21',
    period: week,
    subject: profile.identity.code,
    violations: r21.check({ week, today, heldMeetings: heldWithReports }),
  }));
}

async function visits({ manager, profile, today }: Asked, week: Period): Promise<readonly Examined[]> {
  const { unit = 'STAFF', daysPerWeek } = profile.visits ?? {};
  const units = await weekOfVisits(manager, week, unit);
  return units.map(({ centerCode, staffSubject, facts }) => ({
    rule: 'R24',
    period: week,
    subject: [centerCode, staffSubject].filter(Boolean).join('/'),
    violations: r24.check({ ...facts, today, ...(daysPerWeek !== undefined && { daysPerWeek }) }),
  }));
}
