import { field } from '@mtg/commands';
import { recordedCenterReport } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCorrection } from '../../../foundation/corrections/define-correction';
import { CenterReport } from '../center-report';
import { CenterReportCorrection } from '../center-report-correction';
import { Difficulty } from '../difficulty';
import { Meeting } from '../meeting';

/** R20, R21: the words of a report are corrected after the meeting too; it keeps the parts that its meeting asks for. */
export const correctCenterReport = defineCorrection({
  name: 'correctCenterReport',
  description: zhEn(
    '更正中心汇报的文字，原文和理由保留；仍须是该次会议要求的各项(R20、R21)',
    'Corrects the words of a center’s report. The old words are kept with the reason. It keeps the parts that its meeting asks for (R20, R21)',
  ),
  table: CenterReport,
  corrections: CenterReportCorrection,
  columns: {
    thisWeek: field.text(zhEn('更正后的本周工作完成情况', 'Weekly meeting: right work completed this week')),
    nextWeek: field.text(zhEn('更正后的下周工作计划', 'Weekly meeting: right plan for next week')),
    communityMatters: field.text(
      zhEn('更正后的需落实到社区的工作', 'Weekly meeting: right work to be carried out in communities'),
    ),
    progress: field.text(zhEn('更正后的工作进度', 'Monthly meeting: right progress of work')),
    nextMonth: field.text(
      zhEn('更正后的下月工作对接', 'Monthly meeting: right coordination of next month’s work'),
    ),
  },
  target: ({ centerCode }) => ({ center: centerCode }),
  check: async (transaction, row, after) => {
    const { kind } = await transaction.get(Meeting, row.meetingId);
    if (kind !== 'WEEKLY' && kind !== 'MONTHLY_PROGRESS') throw new Error(`a center reported to a ${kind}`);
    const reported = await transaction.list(Difficulty, { reportId: row.id });
    const difficulties = kind === 'WEEKLY' ? null : reported;
    recordedCenterReport(transaction, kind, { ...after, difficulties });
  },
});
