import {
  addDays,
  daysOf,
  lastWorkingWeek,
  localDay,
  r02,
  r19,
  r20,
  r21,
  workingDaysOf,
  type Counted,
  type Period,
} from '@mtg/governance';
import { groupByKey } from '@mtg/subgraph-kit';
import { Any, Between, IsNull, Not } from 'typeorm';
import { CenterReport } from '../deliberation/meetings/center-report';
import { Meeting } from '../deliberation/meetings/meeting';
import { endOf, examined, type Asked, type Examined } from './examined';
import type { Periods } from './periods';

/** The center that convenes the seven. */
export const CONVENER = 'GENERAL_AFFAIRS';
/** A meeting at the end of a month may lie in the next. */
const DAYS_INTO_NEXT = 7;

/** A meeting that was held. */
interface Held extends Counted {
  readonly kind: Meeting['kind'];
  readonly isClosed: boolean;
  readonly heldOn: string;
}

/** Judges the meetings that a street holds in its quarters, years, months and weeks. */
export async function examineMeetings(asked: Asked, periods: Periods): Promise<readonly Examined[]> {
  const meetings = await heldMeetings(asked, periods);
  const ofKind = (kind: Held['kind']) => meetings.filter((meeting) => meeting.kind === kind);
  return [
    ...jointMeetings(asked, ofKind('JOINT'), periods.quarters),
    ...retreats(asked, ofKind('ANNUAL_RETREAT'), periods.years),
    ...progressMeetings(asked, ofKind('MONTHLY_PROGRESS'), periods.months),
    ...(await weeklyMeetings(asked, ofKind('WEEKLY'), periods.weeks)),
  ];
}

async function heldMeetings({ manager, today, sample }: Asked, { first }: Periods): Promise<readonly Held[]> {
  const rows = await manager.find(Meeting, {
    select: { id: true, kind: true, heldOn: true, state: true, openedAt: true, createdAt: true },
    where: {
      heldOn: Between(first, addDays(today, DAYS_INTO_NEXT)),
      state: Not('CANCELLED'),
      sample,
      deletedAt: IsNull(),
    },
    order: { heldOn: 'ASC', id: 'ASC' },
  });
  return rows.flatMap(({ id, kind, heldOn, state, openedAt, createdAt }) =>
    heldOn === null
      ? []
      : [
          {
            id,
            kind,
            heldOn,
            on: heldOn,
            isClosed: state === 'CLOSED',
            recordedOn: localDay(openedAt ?? createdAt),
          },
        ],
  );
}

/** Facts that happened in a period. */
const within = <Fact extends Counted>(facts: readonly Fact[], period: Period): readonly Fact[] => {
  const span = daysOf(period);
  return span ? facts.filter(({ on }) => span.first <= on && on <= span.last) : [];
};

const jointMeetings = (asked: Asked, meetings: readonly Held[], quarters: readonly Period[]) =>
  quarters.map((quarter) =>
    examined(asked, {
      rule: 'R02',
      period: quarter,
      subject: asked.profile.identity.code,
      dueOn: endOf(quarter),
      counted: within(meetings, quarter),
      check: (heldJointMeetings, today) => r02.check({ quarter, today, heldJointMeetings }),
    }),
  );

/** “年初” is the first quarter: a retreat is missed on 1 April. One later in the year is told, and does not count. */
const retreats = (asked: Asked, meetings: readonly Held[], years: readonly Period[]) =>
  years.map((year) =>
    examined(asked, {
      rule: 'R19',
      period: year,
      subject: asked.profile.identity.code,
      dueOn: endOf(`${year}-Q1`),
      counted: within(meetings, year),
      check: (held, today) =>
        r19.check({ year, today, heldRetreats: held.map(({ on }) => ({ heldOn: on })) }),
    }),
  );

function progressMeetings(asked: Asked, meetings: readonly Held[], months: readonly Period[]) {
  const { calendar } = asked.ofDistrict;
  return months.map((progressMonth) => {
    const week = lastWorkingWeek(progressMonth, calendar) ?? progressMonth;
    return examined(asked, {
      rule: 'R20',
      period: progressMonth,
      subject: asked.profile.identity.code,
      centerCode: CONVENER,
      dueOn: endOf(week),
      counted: within(meetings, week).filter(({ isClosed }) => isClosed),
      check: (closedMeetings, today) => r20.check({ progressMonth, today, closedMeetings, calendar }),
    });
  });
}

/** A report to a weekly meeting, or the meeting itself, which counts by being held. */
type WeeklyFact = Held | (Counted & { readonly meetingId: string; readonly report: CenterReport });

async function weeklyMeetings(asked: Asked, weekly: readonly Held[], weeks: readonly Period[]) {
  const { calendar } = asked.ofDistrict;
  const reports = await asked.manager.findBy(CenterReport, { meetingId: Any(weekly.map(({ id }) => id)) });
  const ids = weekly.map(({ id }) => id);
  const grouped = groupByKey(ids, reports, ({ meetingId }) => meetingId);
  const byMeeting = new Map(ids.map((id, index) => [id, grouped[index]]));
  return weeks.map((week) => {
    const held = within(weekly, week);
    const counted = held.flatMap((meeting): WeeklyFact[] => [
      meeting,
      ...(byMeeting.get(meeting.id) ?? []).map((report) => ({
        id: report.id,
        on: meeting.on,
        recordedOn: localDay(report.createdAt),
        meetingId: meeting.id,
        report,
      })),
    ]);
    return examined(asked, {
      rule: 'R21',
      period: week,
      subject: asked.profile.identity.code,
      centerCode: CONVENER,
      dueOn: endOf(week),
      counted,
      excuse:
        held.length === 0 && workingDaysOf(week, calendar).length === 0
          ? { zh: '该周没有工作日', en: 'The week has no working day' }
          : undefined,
      check: (facts, today) =>
        r21.check({ week, today, calendar, heldMeetings: facts.flatMap((fact) => heldWith(fact, facts)) }),
    });
  });
}

/** A meeting with those of its reports that count; nothing for a report. */
function heldWith(fact: WeeklyFact, facts: readonly WeeklyFact[]) {
  if ('report' in fact) return [];
  const reports = facts.flatMap((each) =>
    'report' in each && each.meetingId === fact.id
      ? [
          {
            center: each.report.centerCode,
            thisWeek: each.report.thisWeek,
            nextWeek: each.report.nextWeek,
            communityMatters: each.report.communityMatters,
          },
        ]
      : [],
  );
  return [{ heldOn: fact.heldOn, reports }];
}
