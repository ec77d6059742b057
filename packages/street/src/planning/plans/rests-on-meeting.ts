import {
  addDays,
  daysOf,
  linkedMonthOf,
  type LocalDay,
  type Month,
  type RestOnMeeting,
  type WorkCalendar,
} from '@mtg/governance';
import { CenterReport } from '../../deliberation/meetings/center-report';
import type { Meeting } from '../../deliberation/meetings/meeting';
import type { CorrectedAt } from '../../deliberation/meetings/rests-on-meeting';
import type { StreetTransaction } from '../../foundation/street-commands';
import { NextMonthLink } from './next-month-link';
import { Plan } from './plan';
import { PlanItem } from './plan-item';

/** Plans for a year that a retreat settled (R19), and plans for a month that a monthly meeting announced (R20). */
export async function plansOn(
  transaction: StreetTransaction,
  { id: meetingId }: Meeting,
  { calendar }: CorrectedAt,
): Promise<readonly RestOnMeeting[]> {
  const ofRetreat = await transaction.list(Plan, { retreatMeetingId: meetingId });
  return [
    ...ofRetreat.map(({ period }) => ({
      ...daysOf(period),
      says: {
        zh: `务虚会商定了 ${period} 年的计划(R19)`,
        en: `The retreat settled plans for ${period} (R19)`,
      },
    })),
    ...(await announcedAt(transaction, meetingId)).map((month) => ({
      ...daysThatLinkTo(month, calendar),
      says: {
        zh: `会上的汇报已对接 ${month} 的计划(R20)`,
        en: `Reports at the meeting are linked to plans for ${month} (R20)`,
      },
    })),
  ];
}

async function announcedAt(transaction: StreetTransaction, meetingId: string): Promise<readonly Month[]> {
  const months = new Set<Month>();
  for (const { id: reportId } of await transaction.list(CenterReport, { meetingId })) {
    for (const { planItemId } of await transaction.list(NextMonthLink, { reportId })) {
      const { planId } = await transaction.get(PlanItem, planItemId);
      months.add((await transaction.get(Plan, planId)).period);
    }
  }
  return [...months];
}

/** A meeting that announces a month is held in the month before, or in the days around it. */
const DAYS_AROUND = 45;

function daysThatLinkTo(
  month: Month,
  calendar: WorkCalendar,
): { readonly first: LocalDay; readonly last: LocalDay } {
  const around = Array.from({ length: 2 * DAYS_AROUND }, (_, index) =>
    addDays(`${month}-01`, index - DAYS_AROUND),
  );
  const days = around.filter((day) => linkedMonthOf(day, calendar) === month);
  const [first = `${month}-01`] = days;
  return { first, last: days.at(-1) ?? first };
}
