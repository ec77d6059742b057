import type { InputProblem } from '../checks/input-problem';
import { type PlanState } from '../state-machines/machines/plan';
import { addDays, type LocalDay } from '../time/local-day';
import { isWithin, monthOf, type Month, type Period } from '../time/period';
import { lastWorkingWeek, PLAIN_WEEKS, type WorkCalendar } from '../time/work-calendar';
import type { MeetingKind } from '../vocabulary/meetings';
import type { Act } from './act';

/** The report of a center, with its meeting. */
interface ReportAtMeeting {
  readonly centerCode: string;
  readonly meetingKind: MeetingKind;
  /** Day of the meeting. A report is recorded in a meeting that is held. */
  readonly heldOn: LocalDay;
}

/** An item of a plan that a report is linked to. */
interface PlannedItem {
  readonly centerCode: string;
  readonly period: Period;
  readonly state: PlanState;
  readonly isAmended: boolean;
  readonly isLinked: boolean;
  /** Path of the input. */
  readonly field: string;
}

const LATER_THAN_ANY_MONTH = 4;

/**
 * The month whose work a monthly meeting links up: the one after that whose last working week it is held in, which can
 * end in the next month (R20).
 */
export function linkedMonthOf(heldOn: LocalDay, calendar: WorkCalendar = PLAIN_WEEKS): Month {
  const before = monthOf(addDays(`${monthOf(heldOn)}-01`, -1));
  const week = lastWorkingWeek(before, calendar);
  const month = week !== undefined && isWithin(week, heldOn) ? before : monthOf(heldOn);
  return monthOf(addDays(`${month}-28`, LATER_THAN_ANY_MONTH));
}

/** Requires that a monthly report is linked to items of its center’s adopted plan for the next month, each once (R20). */
export function requireNextMonth(
  act: Act,
  report: ReportAtMeeting,
  items: readonly PlannedItem[],
  calendar?: WorkCalendar,
): void {
  act.requireInput(checkReport(report));
  const month = linkedMonthOf(report.heldOn, calendar);
  for (const item of items) act.requireInput(checkItem(report.centerCode, month, item));
}

const checkReport = ({ meetingKind }: ReportAtMeeting): InputProblem | undefined =>
  meetingKind === 'MONTHLY_PROGRESS'
    ? undefined
    : {
        field: 'centerReportId',
        message: {
          zh: '只有月推进会的汇报才对接下月计划。请改填中心在月推进会上的汇报',
          en: 'Only reports to monthly meetings are linked to plans. Choose the center’s report to a monthly progress meeting',
        },
      };

function checkItem(
  centerCode: string,
  month: Month,
  { field, isLinked, ...item }: PlannedItem,
): InputProblem | undefined {
  const isOfPlan =
    item.centerCode === centerCode && item.period === month && item.state === 'ADOPTED' && !item.isAmended;
  if (!isOfPlan) {
    return {
      field,
      message: {
        zh: `该汇报对接 ${month} 的工作。请引用本中心 ${month} 现行计划中的事项；计划尚未确定的，先予确定（adoptPlan）`,
        en: `The report links up the work of ${month}. Cite items of the center’s current plan for ${month}. If it is not adopted yet, adopt it first (adoptPlan)`,
      },
    };
  }
  if (!isLinked) return undefined;
  return {
    field,
    message: {
      zh: '该汇报已对接此事项。请去掉此项',
      en: 'The report is linked to this item already. Remove it',
    },
  };
}
