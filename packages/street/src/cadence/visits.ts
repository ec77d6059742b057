import { r24, visitDaysAsked, workingDaysOf, type Bilingual } from '@mtg/governance';
import { weeksOfVisits } from '../community-work/visits/week-of-visits';
import { centerLives, isThereIn } from '../organization/center-lives';
import { notThrough } from './center-life';
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
  const { unit = 'STAFF', daysPerWeek, shortWeeks, takesStatedPlans } = profile.visits ?? {};
  const lives = new Map((await centerLives(manager, profile)).map((life) => [life.code, life]));
  const units = await weeksOfVisits(manager, weeks, { unit, sample, lives });
  const reading = {
    calendar,
    ...(daysPerWeek !== undefined && { daysPerWeek }),
    ...(shortWeeks && { shortWeeks }),
    ...(takesStatedPlans !== undefined && { takesStatedPlans }),
  };
  return units.flatMap(({ centerCode, staffName, facts }) => {
    const life = lives.get(centerCode);
    if (life && !isThereIn(life, facts.week)) return [];
    return examined(asked, {
      rule: 'R24',
      period: facts.week,
      subject: [centerCode, staffName].filter(Boolean).join('/'),
      centerCode,
      dueOn: endOf(facts.week),
      counted: facts.visits,
      excuse: excuseOf({ ...reading, ...facts }) ?? notThrough(life, facts.week),
      check: (visits, today) => r24.check({ ...reading, ...facts, visits, today }),
    });
  });
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
