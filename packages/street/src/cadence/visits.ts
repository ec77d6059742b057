import { r24, visitDaysAsked, workingDaysOf, type Bilingual, type IsoWeek } from '@mtg/governance';
import { weeksOfVisits } from '../community-work/visits/week-of-visits';
import { endOf, examined, type Asked, type Examined } from './examined';
import type { Periods } from './periods';

/** Judges the visits of staff members, or of centers, week by week (R24). */
export async function examineVisits(asked: Asked, { weeks }: Periods): Promise<readonly Examined[]> {
  const {
    manager,
    profile,
    sample,
    ofDistrict: { calendar },
  } = asked;
  const { unit = 'STAFF', daysPerWeek, shortWeeks } = profile.visits ?? {};
  const units = await weeksOfVisits(manager, weeks, { unit, sample });
  const reading = {
    calendar,
    ...(daysPerWeek !== undefined && { daysPerWeek }),
    ...(shortWeeks && { shortWeeks }),
  };
  const judged = units.map(({ centerCode, staffName, facts }) =>
    examined(asked, {
      rule: 'R24',
      period: facts.week,
      subject: [centerCode, staffName].filter(Boolean).join('/'),
      centerCode,
      dueOn: endOf(facts.week),
      counted: facts.visits,
      excuse: excuseOf({ ...reading, ...facts }),
      check: (visits, today) => r24.check({ ...reading, ...facts, visits, today }),
    }),
  );
  return [...judged, ...(await noLongerAsked(asked, weeks, judged))];
}

/** Says why a week asks for nothing; undefined where it asks for visits. */
function excuseOf(week: Parameters<typeof visitDaysAsked>[0]): Bilingual | undefined {
  if (visitDaysAsked(week) > 0) return undefined;
  return week.calendar && workingDaysOf(week.week, week.calendar).length === 0
    ? { zh: '该周没有工作日', en: 'The week has no working day' }
    : {
        zh: '该周的工作日都在休假，或不在任职期内',
        en: 'All working days of the week were days of leave or outside the post',
      };
}

/**
 * Weeks of people and centers that were judged once and are not asked any more: the register now says that the person had
 * left, or that the center has staff.
 */
async function noLongerAsked(
  asked: Asked,
  weeks: readonly IsoWeek[],
  judged: readonly Examined[],
): Promise<readonly Examined[]> {
  const known = new Set(judged.map(({ period, subject }) => `${period} ${subject}`));
  const rows: readonly { period: string; subject: string; center_code: string | null }[] =
    await asked.manager.query(
      `SELECT period, subject, center_code FROM judgement
       WHERE rule = 'R24' AND sample = $1 AND period = ANY($2) ORDER BY period, subject`,
      [asked.sample, weeks],
    );
  return rows
    .filter(({ period, subject }) => !known.has(`${period} ${subject}`))
    .map(({ period, subject, center_code: centerCode }) =>
      examined(asked, {
        rule: 'R24',
        period,
        subject,
        centerCode,
        dueOn: endOf(period),
        counted: [],
        excuse: {
          zh: '按现在的人员名册和街道配置，该周不考核此对象；请查看该中心该周的其他考核事项',
          en: 'By the register of people and the street’s configuration as they are now, this subject is not asked for visits in that week. See the other judgements of the center and week',
        },
        check: () => [],
      }),
    );
}
