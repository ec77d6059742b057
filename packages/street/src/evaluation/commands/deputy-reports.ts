import { field } from '@mtg/commands';
import { DeputyReportRecipient, issuedDeputyReport } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { Between, In } from 'typeorm';
import { DeputyActivity } from '../../deliberation/yearly/deputy-activity';
import { year } from '../../deliberation/yearly/year';
import { defineCommand, type StreetTransaction } from '../../foundation/street-commands';
import { DeputyReport } from '../deputy-report';
import { DeputyReportActivity } from '../deputy-report-activity';

/** R16: once a year the street reports on the part that deputies and committee members play. */
export const issueDeputyReport = defineCommand({
  name: 'issueDeputyReport',
  description: zhEn(
    '报送“两代表一委员”作用报告，引用当年登记的活动；此后登记的活动由补充报告引用(R16)',
    'Issues the yearly report on deputies and committee members, which cites all activities of the year on record. Issued again, it is a supplement that cites those recorded since (R16)',
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
    const day = Between(`${input.year}-01-01`, `${input.year}-12-31`);
    const onRecord = await transaction.list(DeputyActivity, { day, sample });
    const earlier = await reportsOf(transaction, input.year);
    const { report, activityIds } = issuedDeputyReport(transaction, { ...input, onRecord, earlier });
    const deputyReport = await transaction.insert(DeputyReport, report);
    for (const activityId of activityIds) {
      await transaction.insert(DeputyReportActivity, { reportId: deputyReport.id, activityId });
    }
    return { deputyReport };
  },
});

/** The reports of a year, the first one first, with the activities that each cites. */
async function reportsOf(transaction: StreetTransaction, ofYear: number) {
  const reports = await transaction.list(DeputyReport, { year: ofYear, sample: transaction.sample });
  const cited = await transaction.list(DeputyReportActivity, { reportId: In(reports.map(({ id }) => id)) });
  return reports
    .toSorted((one, other) => Number(one.supplementsId !== null) - Number(other.supplementsId !== null))
    .map(({ id, title, issuedOn }) => ({
      id,
      title,
      issuedOn,
      cited: cited.filter(({ reportId }) => reportId === id).map(({ activityId }) => activityId),
    }));
}
