import {
  addDays,
  isoWeekOf,
  r19,
  r21,
  recordedCenterReport,
  yearOf,
  type ClosingSpecialMeeting,
  type LocalDay,
} from '@mtg/governance';
import { CENTERS } from '../centers';
import { at, workday } from '../calendar';
import { actorFor, AS_PLANNED, titled } from '../people';
import { actOf, keep } from '../rules';
import type { Story } from '../story';
import { recordUnit } from './unit-attendance';
import type { UnitMember } from './bodies';
import { holdMeeting, keepMinutes, type HeldMeeting } from './hold-meeting';
import { considerMatter, registerMatter, type Registered } from './matters';

/** One special meeting of each trigger, and one that was cancelled (R05). */
export function holdSpecialMeetings(story: Story, members: readonly UnitMember[]): void {
  const units = members.map(({ unit }) => unit);
  const [requestedBy = ''] = units;
  const common = specialMeeting(story, units);
  const matterDay = workday(addDays(story.first, 120));
  const matter = registerMatter(story, addDays(matterDay, -10), '辖区重点项目选址');
  const meetings = [
    holdMeeting(story, {
      ...common,
      title: '成员单位提请的专题会议',
      day: workday(addDays(story.first, 60)),
      trigger: { kind: 'MEMBER_REQUEST', requestedBy },
    }),
    holdMeetingOn(story, matter, matterDay, members),
    holdMeeting(story, {
      ...common,
      title: '防汛专题会议',
      day: workday(addDays(story.first, 240)),
      trigger: { kind: 'URGENT_MATTER', urgency: '【样例】强降雨预警' },
    }),
  ];
  holdMeeting(story, {
    ...common,
    title: '已取消的专题会议',
    day: workday(addDays(story.first, 200)),
    trigger: { kind: 'MEMBER_REQUEST', requestedBy },
    cancelled: true,
  });
  considerMatter(story, matter, {
    ...(meetings[1] && { meeting: meetings[1] }),
    members,
    day: matterDay,
    until: 'DECIDED',
  });
  for (const meeting of meetings) {
    if (meeting)
      keepMinutes(story, meeting, '专题会议纪要', [
        { text: '落实会议要求', centerCode: null, relation: titled('由会议事由而来') },
      ]);
  }
}

const specialMeeting = (story: Story, units: readonly string[]) =>
  ({
    kind: 'SPECIAL',
    opens: 14,
    closes: 15.5,
    convokedDaysBefore: 3,
    memberUnits: units,
    exchange: (held: Pick<HeldMeeting, 'id' | 'openedAt'>) => attendanceAt(story, held, units),
  }) as const;

/** Holds a special meeting in which both bodies consult on a major matter (R01, R05). */
export const holdMeetingOn = (
  story: Story,
  { id: majorMatterId }: Registered,
  day: LocalDay,
  members: readonly UnitMember[],
): HeldMeeting | undefined => {
  const units = members.map(({ unit }) => unit);
  const trigger = { kind: 'MAJOR_MATTER', majorMatterId } as const;
  return holdMeeting(story, { ...specialMeeting(story, units), title: '重大事项专题会议', day, trigger });
};

/** Records which member units attend a special meeting (R05). */
function attendanceAt(
  story: Story,
  { id: meetingId, openedAt }: Pick<HeldMeeting, 'id' | 'openedAt'>,
  units: readonly string[],
): ClosingSpecialMeeting {
  const [absent = '', ...present] = units;
  for (const unit of units) recordUnit(story, { meetingId, openedAt }, unit, unit === absent);
  return { specialUnits: units.map((unit) => ({ id: unit, name: unit })), present, absent: [absent] };
}

/** The retreat of each year's January that the sample sees (R19). @returns each with its day */
export function holdRetreats(story: Story): readonly HeldMeeting[] {
  const days = [...new Set([yearOf(story.first), yearOf(addDays(story.today, -1))])]
    .map((year) => workday(`${year}-01-15`))
    .filter((day) => day >= addDays(story.first, 7) && day < story.today);
  const retreats = days.flatMap(
    (day) =>
      holdMeeting(story, {
        kind: 'ANNUAL_RETREAT',
        title: `${yearOf(day)} 年度务虚会`,
        day,
        opens: 9,
        closes: 17,
        convokedDaysBefore: 4,
      }) ?? [],
  );
  for (const year of days.map(yearOf)) {
    if (`${year}-01-01` >= story.first) keep(r19.check({ year, today: story.today, heldRetreats: retreats }));
  }
  return retreats;
}

/** The weekly meeting on Friday, with the reports of all seven centers (R21). */
export function holdWeeklyMeeting(story: Story, monday: LocalDay): HeldMeeting | undefined {
  const day = addDays(monday, 4);
  const week = isoWeekOf(day);
  const plan = { day, opens: 14, closes: 16, convokedDaysBefore: 2 };
  const exchange = () => ({ weeklyReports: CENTERS, weeklyAbsences: [] });
  const meeting = holdMeeting(story, { kind: 'WEEKLY', title: `${week} 周例会`, ...plan, exchange });
  if (meeting?.state !== 'CLOSED') return undefined;
  const said = {
    thisWeek: titled('本周工作已完成'),
    nextWeek: AS_PLANNED,
    communityMatters: '【样例】见所提事项',
  };
  for (const type of CENTERS) {
    const unsaid = { progress: null, difficulties: null, nextMonth: null };
    const reportedAt = at(day, 14.25);
    const act = actOf(actorFor('CENTER', type), reportedAt);
    const report = recordedCenterReport(act, 'WEEKLY', { ...said, ...unsaid });
    story.add('CenterReport', reportedAt, { meetingId: meeting.id, centerCode: type, ...report });
  }
  const reports = CENTERS.map((type) => ({ center: type, ...said }));
  keep(r21.check({ week, today: story.today, heldMeetings: [{ heldOn: day, reports }] }));
  return meeting;
}
