import type { Maybe } from '../checks/facts';
import type { InputProblem } from '../checks/input-problem';
import { r20 } from '../rules/r20-monthly-progress';
import { r21 } from '../rules/r21-weekly-meeting';
import type { Act } from './act';

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
  return { thisWeek, nextWeek, communityMatters, progress, difficulties: null, nextMonth };
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
