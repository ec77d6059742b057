import type { Maybe } from '../checks/facts';
import type { InputProblem } from '../checks/input-problem';
import { r20 } from '../rules/r20-monthly-progress';
import { r21 } from '../rules/r21-weekly-meeting';
import type { LocalDay } from '../time/local-day';
import { CenterType } from '../vocabulary/center-type';
import type { Act } from './act';
import { isInForce, overlap, type Holding } from './people';

const WEEKLY = ['thisWeek', 'nextWeek', 'communityMatters'] as const;
const MONTHLY = ['progress', 'difficulties', 'nextMonth'] as const;

/** The parts of a report that are words. */
type Words = Readonly<
  Record<(typeof WEEKLY)[number] | Exclude<(typeof MONTHLY)[number], 'difficulties'>, string | null>
>;

/** The report of a center, with the parts for either meeting. */
export interface ReportOfCenter extends Words {
  /** Rows of their own. An empty list says that there are none. */
  readonly difficulties: readonly { readonly content: Maybe<string> }[] | null;
}

/**
 * Records a center’s report: three parts for a weekly meeting (R21), three others for a monthly one (R20).
 *
 * @returns its words. The column of difficulties is for reports from before these were rows of their own
 */
export function recordedCenterReport(
  act: Act,
  meetingKind: 'WEEKLY' | 'MONTHLY_PROGRESS',
  report: ReportOfCenter,
) {
  const [due, undue] = meetingKind === 'WEEKLY' ? [WEEKLY, MONTHLY] : [MONTHLY, WEEKLY];
  act.requireInput(checkSurplus(report, due, undue));
  act.require(meetingKind === 'WEEKLY' ? r21.check({ report }) : r20.check({ monthlyReport: report }));
  const { thisWeek, nextWeek, communityMatters, progress, nextMonth } = report;
  const words = { thisWeek, nextWeek, communityMatters, progress, difficulties: null, nextMonth };
  const byCenter: ReportOnBehalf = { recordedBy: null, recordedForId: null };
  return { ...words, ...byCenter };
}

/** The columns that mark a report as recorded for the head of the center (代录). */
export interface ReportOnBehalf {
  readonly recordedBy: string | null;
  readonly recordedForId: string | null;
}

interface Behalf {
  readonly centerCode: string;
  /** Day of the meeting. */
  readonly day: LocalDay;
  /** Directors of the center and those who act or acted for them. */
  readonly directors: readonly Holding[];
}

/** Center for which the dispatcher acts. */
const DISPATCHING_CENTER: string = CenterType.GENERAL_AFFAIRS;

/** Marks a report as recorded for the head: the one who acts for the director on that day, or the director. */
export function reportOnBehalf(act: Act, { centerCode, day, directors }: Behalf): ReportOnBehalf {
  if (act.actor.role === 'DISPATCHER' && centerCode === DISPATCHING_CENTER) {
    act.requireInput({
      field: 'centerCode',
      message: {
        zh: '派单员为本中心登记，不是代录。请使用 recordCenterReport，或更正中心',
        en: 'The dispatcher records the report of their own center by `recordCenterReport`. Use it, or correct the center',
      },
    });
  }
  const onTheDay = directors.filter(
    (holding) => isInForce(holding) && overlap(holding, { since: day, until: day }),
  );
  const head = onTheDay.find(({ actingForId }) => actingForId !== null) ?? onTheDay[0];
  return { recordedBy: act.actor.subject, recordedForId: head?.personId ?? null };
}

type Parts = typeof WEEKLY | typeof MONTHLY;

function checkSurplus(report: ReportOfCenter, due: Parts, undue: Parts): InputProblem | undefined {
  const surplus = undue.find((part) => report[part] !== null);
  return (
    surplus && {
      field: surplus,
      message: {
        zh: `本次会议汇报的是 ${due.join('、')}，请去掉此项`,
        en: `This meeting takes only ${due.join(', ')}. Omit this field`,
      },
    }
  );
}
