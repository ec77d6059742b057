import { field } from '@mtg/commands';
import { localDay, raisedDifficulty, recordedCenterReport, type LocalDay } from '@mtg/governance';
import { zhEn, refuse } from '@mtg/subgraph-kit';
import { defineCommand, type StreetTransaction } from '../../../foundation/street-commands';
import { requireCenter } from '../../../organization/require-addressee';
import { CenterReport } from '../center-report';
import { Difficulty } from '../difficulty';
import { reportedDifficulties } from '../difficulty-input';
import { findOpenMeeting } from '../open-meeting';
import { Meeting } from '../meeting';

/** R20, R21: a center reports to the weekly or the monthly meeting; 综合管理中心 and a street's own centers may too. */
export const recordCenterReport = defineCommand({
  name: 'recordCenterReport',
  description: zhEn(
    '登记中心汇报；周例会三项(R21)，月推进会另三项(R20)；没有内容也须写明。所报的困难与问题逐条登记，直到解决',
    'Records a center’s report: three parts for a weekly meeting (R21), three others for a monthly one (R20). A part without content must say so. Each reported difficulty is an item of its own until it is solved',
  ),
  input: {
    meetingId: Meeting.id(),
    centerCode: field.code(zhEn('中心代码', 'Code of the center')),
    thisWeek: field.ruled(
      zhEn('周例会：本周工作完成情况(R21)', 'Weekly meeting: work completed this week (R21)'),
    ),
    nextWeek: field.ruled(zhEn('周例会：下周工作计划(R21)', 'Weekly meeting: plan for next week (R21)')),
    communityMatters: field.ruled(
      zhEn('周例会：需落实到社区的工作(R21)', 'Weekly meeting: work to be carried out in communities (R21)'),
    ),
    progress: field.ruled(zhEn('月推进会：工作进度(R20)', 'Monthly meeting: progress of work (R20)')),
    difficulties: reportedDifficulties,
    nextMonth: field.ruled(
      zhEn('月推进会：下月工作的对接(R20)', 'Monthly meeting: coordination of next month’s work (R20)'),
    ),
  },
  payload: {
    meeting: () => Meeting,
    centerReport: () => CenterReport,
    difficulties: (): readonly [typeof Difficulty] => [Difficulty],
  },
  target: ({ centerCode }) => ({ center: centerCode }),
  execute: async (input, transaction) => {
    const { meetingId: id, centerCode } = input;
    const meeting = await findOpenMeeting(transaction, id, ['WEEKLY', 'MONTHLY_PROGRESS']);
    const name = await requireCenter(transaction, centerCode, 'centerCode');
    const report = recordedCenterReport(transaction, meeting.kind, input);
    if (await transaction.find(CenterReport, { meetingId: id, centerCode })) {
      throw refuse.badInput('centerCode', {
        zh: `${name}已在本次会议上汇报。请更正中心，或在下一次会议上汇报`,
        en: `${name} has already reported to this meeting. Correct the center, or report to the next meeting`,
      });
    }
    const centerReport = await transaction.insert(CenterReport, { ...report, meetingId: id, centerCode });
    const difficulties = await addDifficulties(transaction, centerReport, {
      drafts: input.difficulties ?? [],
      // A meeting that is open has its day.
      raisedOn: meeting.heldOn ?? localDay(transaction.now),
    });
    return { meeting, centerReport, difficulties };
  },
});

interface Reported {
  readonly drafts: readonly Parameters<typeof raisedDifficulty>[0][];
  readonly raisedOn: LocalDay;
}

/** Opens a difficulty for each that a center reports; the center is responsible for it. */
async function addDifficulties(
  transaction: StreetTransaction,
  { id: reportId, centerCode }: CenterReport,
  { drafts, raisedOn }: Reported,
): Promise<Difficulty[]> {
  const added = [];
  for (const draft of drafts) {
    const values = raisedDifficulty(draft, raisedOn);
    added.push(await transaction.insert(Difficulty, { ...values, reportId, centerCode }));
  }
  return added;
}
