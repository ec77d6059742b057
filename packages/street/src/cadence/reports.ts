import {
  addDays,
  departmentReportDueFrom,
  localDay,
  r04,
  r14,
  r16,
  type Bilingual,
  type Counted,
  type LocalDay,
  type Year,
} from '@mtg/governance';
import { In, IsNull } from 'typeorm';
import { memberUnitsOf } from '../deliberation/bodies/member-units';
import { AnnualNotice } from '../deliberation/yearly/annual-notice';
import { sampleYear } from '../district-references/known-appraisals';
import { DepartmentReport } from '../evaluation/department-report';
import { DeputyReport } from '../evaluation/deputy-report';
import { endOf, examined, type Asked, type Examined } from './examined';
import type { Periods } from './periods';

/** Judges the notices to member units and the reports on departments and on deputies, year by year (R04, R14, R16). */
export async function examineReports(asked: Asked, { years }: Periods): Promise<readonly Examined[]> {
  return [
    ...(await annualNotices(asked, years)),
    ...(await departmentReports(asked, years)),
    ...(await deputyReports(asked, years)),
  ];
}

async function annualNotices(asked: Asked, years: readonly Year[]): Promise<readonly Examined[]> {
  const { manager, profile, sample } = asked;
  const notices = await manager.findBy(AnnualNotice, {
    year: In(years.map(Number)),
    sample,
    deletedAt: IsNull(),
  });
  const judged: Examined[] = [];
  for (const year of years) {
    // A unit that joined later was not to be told, and one that has left since was.
    const memberUnits = await memberUnitsOf({ manager, sample }, year);
    judged.push(
      examined(asked, {
        rule: 'R04',
        period: year,
        subject: profile.identity.code,
        dueOn: endOf(year),
        counted: notices
          .filter((notice) => String(notice.year) === year)
          .map(({ id, issuedOn, createdAt, addressees }) => ({
            id,
            addressees,
            on: issuedOn,
            recordedOn: localDay(createdAt),
          })),
        check: (given, today) => r04.check({ year, today, memberUnits, notices: given }),
      }),
    );
  }
  return judged;
}

/** A year whose appraisal has no day is judged once it has one (R14). */
async function departmentReports(asked: Asked, years: readonly Year[]): Promise<readonly Examined[]> {
  const { manager, profile, today, sample, ofDistrict } = asked;
  const { appraisalDays } = ofDistrict;
  const reports = await manager.findBy(DepartmentReport, {
    year: In(years.map(Number)),
    sample,
    deletedAt: IsNull(),
  });
  return years.map((year) => {
    const appraisalDay = appraisalDays.get(sample ? sampleYear(year) : year);
    const counted = reports
      .filter((report) => String(report.year) === year)
      .map(({ id, handedInOn, createdAt }): Counted => ({
        id,
        on: handedInOn,
        recordedOn: localDay(createdAt),
      }));
    return examined(asked, {
      rule: 'R14',
      period: year,
      subject: profile.identity.code,
      dueOn: appraisalDay === undefined ? endOf(year) : addDays(appraisalDay, -1),
      counted,
      excuse: notAsked(year, appraisalDay, today),
      check: (given, after) =>
        r14.check({
          year,
          appraisalDay: appraisalDay ?? after,
          today: after,
          reports: given.map(({ on }) => ({ handedInOn: on })),
        }),
    });
  });
}

/** One report a year, by its end (R16). */
async function deputyReports(asked: Asked, years: readonly Year[]): Promise<readonly Examined[]> {
  const { manager, profile, sample } = asked;
  const issued = await manager.find(DeputyReport, {
    select: { id: true, year: true, issuedOn: true, createdAt: true },
    where: { year: In(years.map(Number)), sample, deletedAt: IsNull() },
    order: { id: 'ASC' },
  });
  const uncited = await uncitedActivities(asked, years);
  return years.map((year) =>
    examined(asked, {
      rule: 'R16',
      period: year,
      subject: profile.identity.code,
      dueOn: endOf(year),
      counted: issued
        .filter((report) => String(report.year) === year)
        .map(({ id, issuedOn, createdAt }) => ({ id, on: issuedOn, recordedOn: localDay(createdAt) })),
      check: (given, today) =>
        r16.check({ year, today, deputyReports: given, uncited: uncited.get(year) ?? 0 }),
    }),
  );
}

/** Numbers of the activities of these years on record that no report on deputies cites, by their years. */
async function uncitedActivities(
  { manager, sample }: Asked,
  years: readonly Year[],
): Promise<ReadonlyMap<string, number>> {
  const rows: readonly { readonly year: string; readonly activities: number }[] = await manager.query(
    `SELECT to_char(activity.day, 'YYYY') AS year, count(*)::int AS activities FROM deputy_activity activity
     WHERE activity.day BETWEEN $2::date AND $3::date AND activity.sample = $1 AND activity.deleted_at IS NULL AND NOT EXISTS (
       SELECT FROM deputy_report_activity cited WHERE cited.activity_id = activity.id AND cited.deleted_at IS NULL)
     GROUP BY 1`,
    [sample, `${years[0] ?? '0001'}-01-01`, endOf(years.at(-1) ?? '0001')],
  );
  return new Map(rows.map(({ year, activities }) => [year, activities]));
}

/** The report is a duty from some days before the appraisal on; it may have been put off. */
function notAsked(year: Year, appraisalDay: LocalDay | undefined, today: LocalDay): Bilingual | undefined {
  if (appraisalDay === undefined) {
    return {
      zh: `区里没有确定${year}年的绩效考核日期`,
      en: `The district has set no day for the appraisal of ${year}`,
    };
  }
  const from = departmentReportDueFrom(appraisalDay);
  if (today >= from) return undefined;
  return {
    zh: `${year}年绩效考核的报告自 ${from} 起办理`,
    en: `The report before the appraisal of ${year} is due from ${from}`,
  };
}
