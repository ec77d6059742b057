import { CenterType, recordedCenterReport, requireReporter } from '@mtg/governance';
import { defineCorrection } from '../../../foundation/corrections/define-correction';
import { CenterReport } from '../center-report';
import { Difficulty } from '../difficulty';
import { Meeting } from '../meeting';

/** R20, R21: the words of a report are corrected after the meeting too; it keeps the parts that its meeting asks for. */
export const centerReportCorrection = defineCorrection({
  name: 'correctCenterReport',
  says: {
    zh: '更正中心汇报的文字；仍须是该次会议要求的各项(R20、R21)。由中心负责人或代录人更正',
    en: 'Corrects the words of a center’s report. It keeps the parts that its meeting asks for (R20, R21). For the head of the center, or the person who recorded it for the head',
  },
  table: CenterReport,
  columns: ['thisWeek', 'nextWeek', 'communityMatters', 'progress', 'nextMonth'],
  target: ({ centerCode }) => ({ center: centerCode }),
  check: async (transaction, row, after) => {
    requireReporter(transaction, row, CenterType.GENERAL_AFFAIRS);
    const { kind } = await transaction.get(Meeting, row.meetingId);
    if (kind !== 'WEEKLY' && kind !== 'MONTHLY_PROGRESS') throw new Error(`a center reported to a ${kind}`);
    const reported = await transaction.list(Difficulty, { reportId: row.id });
    const difficulties = kind === 'WEEKLY' ? null : reported;
    recordedCenterReport(transaction, kind, { ...after, difficulties });
  },
});
