import { localDay, requireRecordedAfter, yearOf } from '@mtg/governance';
import { refuse } from '@mtg/subgraph-kit';
import { DeputyActivity } from '../../deliberation/yearly/deputy-activity';
import { requireOwnSeat } from '../../deliberation/yearly/require-own-seat';
import { defineCorrection } from '../../foundation/corrections/define-correction';
import { DeputyReportActivity } from '../deputy-report-activity';

/** R16: an activity that a report counts stays in the year of the report. */
const deputyActivityCorrection = defineCorrection({
  name: 'correctDeputyActivity',
  says: {
    zh: '更正“两代表一委员”活动，日期不晚于登记之日；已列入报告的不移出该年(R16)',
    en: 'Corrects an activity of a deputy or committee member. The day is not after that of recording, and stays in the year of a report that counts it (R16)',
  },
  table: DeputyActivity,
  columns: ['personName', 'capacity', 'memberId', 'day', 'activity', 'effect'],
  target: () => ({}),
  check: async (transaction, row, after) => {
    const { day } = after;
    await requireOwnSeat(transaction, after);
    requireRecordedAfter(transaction, 'day', day, localDay(row.createdAt));
    if (yearOf(day) === yearOf(row.day)) return;
    const [counted] = await transaction.list(DeputyReportActivity, { activityId: row.id });
    if (!counted) return;
    throw refuse.badInput('day', {
      zh: `${yearOf(row.day)} 年的报告已列入此活动(R16)。请填该年的日期`,
      en: `The report on ${yearOf(row.day)} counts this activity (R16). Choose a day of that year`,
    });
  },
});

/** Corrections of what reports on deputies are made of, by table (R16). */
export const evaluationCorrections = { DeputyActivity: deputyActivityCorrection };
