import { r24, workingDaysOf } from '@mtg/governance';
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
  return units.map(({ centerCode, staffSubject, facts }) =>
    examined(asked, {
      rule: 'R24',
      period: facts.week,
      subject: [centerCode, staffSubject].filter(Boolean).join('/'),
      centerCode,
      dueOn: endOf(facts.week),
      counted: facts.visits,
      excuse:
        shortWeeks !== 'ALL_DAYS' && workingDaysOf(facts.week, calendar).length === 0
          ? { zh: '该周没有工作日', en: 'The week has no working day' }
          : undefined,
      check: (visits, today) =>
        r24.check({
          ...facts,
          visits,
          today,
          calendar,
          ...(daysPerWeek !== undefined && { daysPerWeek }),
          ...(shortWeeks && { shortWeeks }),
        }),
    }),
  );
}
