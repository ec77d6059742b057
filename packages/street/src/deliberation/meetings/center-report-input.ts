import { field } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { reportedDifficulties } from './difficulty-input';
import { Meeting } from './meeting';

/** A report of a center as commands take it: the parts of either meeting. */
export const centerReportInput = {
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
};
