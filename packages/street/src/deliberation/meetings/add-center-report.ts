import {
  localDay,
  raisedDifficulty,
  recordedCenterReport,
  type LocalDay,
  type ReportOfCenter,
  type ReportOnBehalf,
} from '@mtg/governance';
import { refuse } from '@mtg/subgraph-kit';
import type { StreetTransaction } from '../../foundation/street-commands';
import { requireCenter } from '../../organization/require-addressee';
import { CenterReport } from './center-report';
import { Difficulty } from './difficulty';
import type { Meeting } from './meeting';
import { findOpenMeeting } from './open-meeting';

interface GivenReport extends ReportOfCenter {
  readonly meetingId: string;
  readonly centerCode: string;
  readonly difficulties: readonly Parameters<typeof raisedDifficulty>[0][] | null;
}

/**
 * Adds the report of a center to an open meeting, once, with the difficulties that it reports (R20, R21).
 *
 * @param behalfOf looks up whom it is recorded for; without it the center has recorded it itself
 */
export async function addCenterReport(
  transaction: StreetTransaction,
  input: GivenReport,
  behalfOf?: (day: LocalDay) => Promise<ReportOnBehalf>,
): Promise<{ meeting: Meeting; centerReport: CenterReport; difficulties: Difficulty[] }> {
  const { meetingId: id, centerCode } = input;
  const meeting = await findOpenMeeting(transaction, id, ['WEEKLY', 'MONTHLY_PROGRESS']);
  const name = await requireCenter(transaction, centerCode, 'centerCode');
  // A meeting that is open has its day.
  const day = meeting.heldOn ?? localDay(transaction.now);
  const report = recordedCenterReport(transaction, meeting.kind, input);
  const behalf = await behalfOf?.(day);
  if (await transaction.find(CenterReport, { meetingId: id, centerCode })) {
    throw refuse.badInput('centerCode', {
      zh: `${name}已在本次会议上汇报。请更正中心，或在下一次会议上汇报`,
      en: `${name} has already reported to this meeting. Correct the center, or report to the next meeting`,
    });
  }
  const values = { ...report, ...behalf, meetingId: id, centerCode };
  const centerReport = await transaction.insert(CenterReport, values);
  const difficulties = [];
  for (const draft of input.difficulties ?? []) {
    const raised = { ...raisedDifficulty(draft, day), reportId: centerReport.id, centerCode };
    difficulties.push(await transaction.insert(Difficulty, raised));
  }
  return { meeting, centerReport, difficulties };
}
