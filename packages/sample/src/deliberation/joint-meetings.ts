import {
  addDays,
  daysOf,
  quarterOf,
  r02,
  recordedMemberReport,
  type ClosingJointMeeting,
  type LocalDay,
} from '@mtg/governance';
import { at, workday } from '../calendar';
import { THE_CLERK, titled } from '../people';
import { actOf, keep } from '../rules';
import type { Story } from '../story';
import { recordUnit } from './unit-attendance';
import type { UnitMember } from './bodies';
import { holdMeeting, keepMinutes, type HeldMeeting, type IssuedItem } from './hold-meeting';
import { considerMatter, registerMatter } from './matters';
import { TOPICS } from '../topics';

/** Day of the joint meeting of each quarter in the year; the first one once the bodies are filled. */
export function jointMeetingDays(story: Story): readonly LocalDay[] {
  const days: LocalDay[] = [];
  for (let day = story.first; day < story.today;) {
    const span = daysOf(quarterOf(day));
    if (!span) break;
    const earliest = addDays(story.first, 14);
    const middle = workday(addDays(span.first, 40));
    const chosen = middle < earliest ? workday(earliest) : middle;
    if (chosen <= span.last && chosen < story.today) days.push(chosen);
    day = addDays(span.last, 1);
  }
  return days;
}

/** Members report, the street informs, a major matter is deliberated on, and minutes deploy work. */
export function holdJointMeeting(
  story: Story,
  day: LocalDay,
  members: readonly UnitMember[],
): { readonly meeting: HeldMeeting | undefined; readonly items: readonly IssuedItem[] } {
  const units = members.map(({ unit }) => unit);
  const topic = story.random.pick(TOPICS);
  const quarter = quarterOf(day);
  const matter = registerMatter(story, addDays(day, -9), topic);
  const meeting = holdMeeting(story, {
    kind: 'JOINT',
    title: `${quarter} 联席会议`,
    day,
    opens: 9,
    closes: 11.5,
    convokedDaysBefore: 5,
    agenda: [
      { title: titled('各成员单位汇报'), majorMatterId: null },
      { title: titled(topic), majorMatterId: matter.id },
    ],
    exchange: (held) => exchange(story, held, units),
  });
  if (!meeting) return { meeting, items: [] };
  const approvedAt = considerMatter(story, matter, { meeting, members, day, until: 'DECIDED' });
  const items = keepMinutes(story, meeting, `${quarter} 联席会议纪要`, [
    { text: `推进${topic}`, centerCode: null, agendaNumber: 2, approvedAt },
    { text: '综合管理中心会同各中心抓好落实', centerCode: 'GENERAL_AFFAIRS', agendaNumber: 1 },
  ]);
  return { meeting, items };
}

function exchange(
  story: Story,
  { id: meetingId, heldOn, openedAt }: Pick<HeldMeeting, 'id' | 'heldOn' | 'openedAt'>,
  units: readonly string[],
): ClosingJointMeeting {
  const absent = story.random.pick(units);
  for (const unit of units) {
    const isAbsent = unit === absent;
    const attendance = recordUnit(story, { meetingId, openedAt }, unit, isAbsent);
    if (isAbsent) continue;
    const reportedAt = at(heldOn, 10);
    const report = { meetingId, unit, content: titled('辖区工作开展情况') };
    const said = recordedMemberReport(actOf(THE_CLERK, reportedAt), report, attendance);
    story.add('MemberReport', reportedAt, said);
  }
  const notice = {
    content: titled('辖区工作任务完成情况'),
    requirements: '【样例】按时完成',
    suggestions: null,
  };
  story.add('StreetNotice', at(heldOn, 11), { meetingId, ...notice });
  return {
    memberUnits: units.map((unit) => ({ id: unit, name: unit })),
    reports: units.filter((unit) => unit !== absent),
    absences: [absent],
    notices: [notice],
  };
}

/** R02 over the quarters that lie wholly in the year. */
export function keepQuarters(story: Story, heldOn: readonly LocalDay[]): void {
  for (let day = story.first; day < story.today;) {
    const quarter = quarterOf(day);
    const span = daysOf(quarter);
    if (!span) return;
    const heldJointMeetings = heldOn.map((held) => ({ heldOn: held }));
    if (span.first >= story.first) keep(r02.check({ quarter, today: story.today, heldJointMeetings }));
    day = addDays(span.last, 1);
  }
}
