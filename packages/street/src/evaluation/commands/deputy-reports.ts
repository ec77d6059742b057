import { field } from '@mtg/commands';
import { DeputyReportRecipient, issuedDeputyReport } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import { Between } from 'typeorm';
import { DeputyActivity } from '../../deliberation/yearly/deputy-activity';
import { year } from '../../deliberation/yearly/year';
import { defineCommand } from '../../foundation/street-commands';
import { DeputyReport } from '../deputy-report';
import { DeputyReportActivity } from '../deputy-report-activity';

/** R16: once a year the street reports on the part that deputies and committee members play. */
export const issueDeputyReport = defineCommand({
  name: 'issueDeputyReport',
  description: zhEn(
    '报送“两代表一委员”作用报告，引用当年登记的活动(R16)',
    'Issues the yearly report on deputies and committee members. It cites all activities of the year on record (R16)',
  ),
  input: {
    year,
    title: field.line(zhEn('标题', 'Title')),
    content: field.ruled(zhEn('发挥作用情况(R16)', 'Part that they played in the street’s work (R16)')),
    recipients: field.list(
      field.choice(
        DeputyReportRecipient,
        zhEn('报送，三方均须报送(R16)', 'Recipients. All three are required (R16)'),
      ),
      { least: 0 },
    ),
    issuedOn: field.optional(
      field.day(zhEn('报送日期，不晚于今天；不填即今天', 'Day of issue, today or earlier. Default: today')),
    ),
  },
  payload: { deputyReport: () => DeputyReport },
  execute: async (input, transaction) => {
    const { sample } = transaction;
    const known = await transaction.find(DeputyReport, { year: input.year, sample });
    if (known) {
      throw refuse.badInput('year', {
        zh: `${input.year} 年已报送“${known.title}”。请核对年份`,
        en: `The report “${known.title}” on ${input.year} was issued already. Check the year`,
      });
    }
    const day = Between(`${input.year}-01-01`, `${input.year}-12-31`);
    const activities = await transaction.list(DeputyActivity, { day, sample });
    const activityIds = activities.map(({ id }) => id);
    const values = issuedDeputyReport(transaction, { ...input, activityIds });
    const deputyReport = await transaction.insert(DeputyReport, values);
    for (const activityId of activityIds) {
      await transaction.insert(DeputyReportActivity, { reportId: deputyReport.id, activityId });
    }
    return { deputyReport };
  },
});
