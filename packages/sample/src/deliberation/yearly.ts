import {
  addDays,
  adoptedKeyPoint,
  issuedNotice,
  r04,
  recordedActivity,
  yearOf,
  type LocalDay,
} from '@mtg/governance';
import { LAST_REAL_NUMBER } from '@mtg/street';
import { at, workday } from '../calendar';
import { handInDay } from '../hand-in-day';
import { THE_CLERK, titled } from '../people';
import { actOf, keep } from '../rules';
import type { Story } from '../story';
import { firstBaseTask } from '../base-tasks';
import { TOPICS } from '../topics';
import type { UnitMember } from './bodies';
import type { HeldMeeting } from './hold-meeting';

export interface AdoptedKeyPoint {
  readonly id: string;
  readonly year: number;
  readonly adoptedAt: Date;
  readonly committeeDecision: string;
}

/** The key points of each year that the sample sees, adopted in its first days there (R11). */
export function adoptKeyPoints(story: Story): readonly AdoptedKeyPoint[] {
  const days = [addDays(story.first, 1), `${yearOf(addDays(story.today, -1))}-01-08`];
  return days
    .filter((day, index) => index === 0 || day > addDays(story.first, 7))
    .filter((day) => story.isPast(at(day, 10)))
    .flatMap((day) => {
      const adoptedAt = at(day, 10);
      const year = Number(yearOf(day));
      const decision = story.decide(adoptedAt, 'KEY_POINT', '【样例】通过全年工作要点');
      const adopting = { ...decision, decidedAt: adoptedAt };
      const act = actOf(THE_CLERK, adoptedAt);
      return TOPICS.slice(0, 8).map((topic, index) => {
        const title = titled(topic);
        const number = LAST_REAL_NUMBER + index + 1;
        const content = `${title}：全年目标`;
        // One in four carries out no base task.
        const baseTaskCodes = index % 4 === 3 ? [] : firstBaseTask((index % 7) + 1);
        const plan = { year, number, title, content, baseTaskCodes };
        const id = story.add('KeyPoint', adoptedAt, adoptedKeyPoint(act, plan, adopting));
        return { id, year, adoptedAt, committeeDecision: decision.number };
      });
    });
}

/** In December every member unit is told of the year (R04). */
export function informMembers(
  story: Story,
  units: readonly string[],
  meetingOn: (day: LocalDay) => HeldMeeting | undefined,
): void {
  const year = yearOf(story.first);
  const day = workday(`${year}-12-20`);
  const issuedOn = day < addDays(story.first, 14) ? workday(`${Number(year) + 1}-12-20`) : day;
  if (issuedOn >= story.today) return;
  const issuedAt = at(issuedOn, 10);
  const meeting = meetingOn(issuedOn);
  const notice = {
    year: Number(yearOf(issuedOn)),
    title: titled('年度通报'),
    content: titled('年度建设发展和重点任务完成情况'),
    addressees: [...units],
    meetingId: meeting?.id ?? null,
  };
  story.add('AnnualNotice', issuedAt, issuedNotice(actOf(THE_CLERK, issuedAt), notice, meeting));
  const memberUnits = units.map((unit) => ({ id: unit, name: unit }));
  keep(
    r04.check({ year: yearOf(issuedOn), today: story.today, memberUnits, notices: [{ addressees: units }] }),
  );
}

export interface RecordedActivity {
  readonly id: string;
  readonly day: LocalDay;
  readonly recordedAt: Date;
}

const DEPUTIES: ReadonlySet<string> = new Set(['CONGRESS_DEPUTY', 'CPPCC_MEMBER']);

/** Generates activities of deputies and committee members who sit in the bodies (R16). */
export function recordDeputies(story: Story, members: readonly UnitMember[]): readonly RecordedActivity[] {
  const deputies = members.filter(({ category }) => DEPUTIES.has(category));
  const activities: RecordedActivity[] = [];
  for (let week = 4; week < 52; week += 8) {
    const day = addDays(story.first, week * 7 + 2);
    const recordedAt = at(day, 16);
    const activity = activityOf(story.random.pick(deputies), day, recordedAt);
    activities.push({ id: story.add('DeputyActivity', recordedAt, activity), day, recordedAt });
  }
  const [member] = deputies;
  return member ? [...activities, recordLate(story, member)] : activities;
}

/** Records an activity only after the report on the year was issued, so that a supplement cites it. */
function recordLate(story: Story, member: UnitMember): RecordedActivity {
  const day = addDays(handInDay(story), 1);
  const recordedAt = at(addDays(day, 14), 16);
  const id = story.randomFor('deputies/late').idAt(recordedAt);
  story.add('DeputyActivity', recordedAt, activityOf(member, day, recordedAt), { id });
  return { id, day, recordedAt };
}

function activityOf(member: UnitMember, day: LocalDay, recordedAt: Date) {
  return recordedActivity(actOf(THE_CLERK, recordedAt), {
    personName: member.personName,
    memberId: member.id,
    capacity: member.category === 'CPPCC_MEMBER' ? '政协委员' : '人大代表',
    day,
    activity: titled('走访选区，收集意见'),
    effect: '【样例】意见已转有关中心',
  });
}
