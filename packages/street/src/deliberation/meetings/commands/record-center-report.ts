import { field } from '@mtg/commands';
import { recordedCenterReport } from '@mtg/governance';
import { zhEn, refuse } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { requireCenter } from '../../../organization/require-addressee';
import { CenterReport } from '../center-report';
import { findOpenMeeting } from '../open-meeting';
import { Meeting } from '../meeting';

/** R20, R21: a center reports to the weekly or the monthly meeting; 综合管理中心 and a street's own centers may too. */
export const recordCenterReport = defineCommand({
  name: 'recordCenterReport',
  description: zhEn(
    '登记中心汇报；周例会三项(R21)，月推进会另三项(R20)；没有内容也须写明',
    'Records a center’s report: three parts for a weekly meeting (R21), three others for a monthly one (R20). A part without content must say so',
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
    progress: field.ruled(zhEn('月推进会：工作进度', 'Monthly meeting: progress of work')),
    difficulties: field.ruled(zhEn('月推进会：困难与问题', 'Monthly meeting: difficulties and problems')),
    nextMonth: field.ruled(
      zhEn('月推进会：下月工作的对接', 'Monthly meeting: coordination of next month’s work'),
    ),
  },
  payload: { meeting: () => Meeting, centerReport: () => CenterReport },
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
    return { meeting, centerReport: await transaction.insert(CenterReport, report) };
  },
});
