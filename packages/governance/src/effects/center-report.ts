import type { InputProblem } from '../checks/input-problem';
import { r21 } from '../rules/r21-weekly-meeting';
import type { Act } from './act';

const WEEKLY = ['thisWeek', 'nextWeek', 'communityMatters'] as const;
const MONTHLY = ['progress', 'difficulties', 'nextMonth'] as const;

/** The report of a center, with the parts for either meeting. */
export type ReportOfCenter = Readonly<
  Record<(typeof WEEKLY)[number] | (typeof MONTHLY)[number], string | null>
>;

/** Records a center’s report: three parts for a weekly meeting (R21), three others for a monthly one (R20). */
export function recordedCenterReport<Report extends ReportOfCenter>(
  act: Act,
  meetingKind: 'WEEKLY' | 'MONTHLY_PROGRESS',
  report: Report,
): Report {
  const [due, undue] = meetingKind === 'WEEKLY' ? [WEEKLY, MONTHLY] : [MONTHLY, WEEKLY];
  act.requireInput(checkSurplus(report, due, undue));
  if (meetingKind === 'WEEKLY') act.require(r21.check({ report }));
  act.requireInput(checkMissing(report, due));
  return report;
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

function checkMissing(report: ReportOfCenter, due: Parts): InputProblem | undefined {
  const missing = due.find((part) => report[part] === null);
  return (
    missing && {
      field: missing,
      message: {
        zh: '此项不能为空；没有内容也请写明',
        en: 'Required. If there is nothing to report, say so',
      },
    }
  );
}
