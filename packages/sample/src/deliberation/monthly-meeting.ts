import {
  addDays,
  lastWorkingDay,
  monthOf,
  PLAIN_WEEKS,
  r20,
  raisedDifficulty,
  recordedCenterReport,
  solvedDifficulty,
  updatedDifficulty,
  type LocalDay,
} from '@mtg/governance';
import { at, mondayOf, workday } from '../calendar';
import { CENTERS } from '../centers';
import { ChangingRow } from '../changing-row';
import { actorFor, AS_PLANNED, personName, titled } from '../people';
import type { Random } from '../random';
import { actOf, keep } from '../rules';
import type { Story } from '../story';
import { holdMeeting } from './hold-meeting';

/** Share of reports with a difficulty. */
const WITH_DIFFICULTY = 0.3;
/** Days until a difficulty is solved, so that some are before several meetings. */
const DAYS = { least: 7, most: 150 } as const;
const DIFFICULTIES = ['专职人员不足', '办公场地不够', '部门之间数据不通', '专项经费尚未到位', '活动宣传不够'];

/** A report to a monthly meeting. */
export interface MonthlyReport {
  readonly id: string;
  readonly centerCode: string;
  /** Day of the meeting. */
  readonly heldOn: LocalDay;
}

/**
 * The monthly progress meeting, on the last working day of a month, if that lies in this week of the sample (R20).
 *
 * @returns the reports to it
 */
export function holdMonthlyMeeting(story: Story, monday: LocalDay): readonly MonthlyReport[] {
  const month = monthOf(monday);
  const day = lastWorkingDay(month, PLAIN_WEEKS);
  if (day === undefined || mondayOf(day) !== monday) return [];
  const plan = { day, opens: 9, closes: 11, convokedDaysBefore: 2 };
  const title = `${month} 月推进会`;
  const exchange = { centerReports: CENTERS, centerAbsences: [] };
  const meeting = holdMeeting(story, { kind: 'MONTHLY_PROGRESS', title, ...plan, exchange: () => exchange });
  if (meeting?.state !== 'CLOSED') return [];
  const random = story.randomFor(`difficulties/${month}`);
  const reports: MonthlyReport[] = [];
  for (const type of CENTERS) {
    const reportedAt = at(day, 10);
    const difficulties = random.chance(WITH_DIFFICULTY)
      ? [{ content: titled(random.pick(DIFFICULTIES)), responsiblePerson: personName(random.whole(1, 80)) }]
      : [];
    const report = recordedCenterReport(actOf(actorFor('CENTER', type), reportedAt), 'MONTHLY_PROGRESS', {
      thisWeek: null,
      nextWeek: null,
      communityMatters: null,
      progress: AS_PLANNED,
      difficulties,
      nextMonth: titled('衔接下月安排'),
    });
    const of = { meetingId: meeting.id, centerCode: type };
    const reportId = story.add('CenterReport', reportedAt, { ...of, ...report });
    reports.push({ id: reportId, centerCode: type, heldOn: day });
    for (const draft of difficulties) workOn(story, random, { reportId, centerCode: type, day, draft });
  }
  keep(r20.check({ progressMonth: month, today: story.today, closedMeetings: [meeting] }));
  return reports;
}

interface Reported {
  readonly reportId: string;
  readonly centerCode: string;
  /** Day of the meeting. */
  readonly day: LocalDay;
  readonly draft: Parameters<typeof raisedDifficulty>[0];
}

/** A difficulty comes closer to its solution half of the way, and is solved if that day is past. */
function workOn(story: Story, random: Random, { reportId, centerCode, day, draft }: Reported): void {
  const days = random.whole(DAYS.least, DAYS.most);
  const solvedOn = workday(addDays(day, days));
  const [raisedAt, updatedAt, solvedAt] = [
    at(day, 10),
    at(workday(addDays(day, Math.ceil(days / 2))), 10),
    at(solvedOn, 16),
  ];
  const difficulty = new ChangingRow(random.idAt(raisedAt), raisedAt, raisedDifficulty(draft, day));
  const head = (moment: Date) => actOf(actorFor('CENTER', centerCode), moment);
  if (story.isPast(updatedAt)) {
    const given = { progress: titled('正在协调'), responsiblePerson: null };
    difficulty.change(updatedAt, updatedDifficulty(head(updatedAt), difficulty.row, given));
  }
  if (story.isPast(solvedAt)) {
    const solution = { solution: titled('经会商协调解决'), solvedOn };
    difficulty.change(solvedAt, solvedDifficulty(head(solvedAt), difficulty.row, solution));
  }
  story.write('Difficulty', difficulty, { ...difficulty.values, reportId, centerCode });
}
