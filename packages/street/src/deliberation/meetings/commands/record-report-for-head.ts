import { reportOnBehalf, type LocalDay, type ReportOnBehalf } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import { defineCommand, type StreetTransaction } from '../../../foundation/street-commands';
import { withNames } from '../../../people/holdings';
import { PostHolding } from '../../../people/post-holding';
import { addCenterReport } from '../add-center-report';
import { CenterReport } from '../center-report';
import { centerReportInput } from '../center-report-input';
import { Difficulty } from '../difficulty';
import { Meeting } from '../meeting';

/** R20, R21: what a center says at a meeting can be written down for its head, where the street's configuration says so. */
export const recordReportForHead = defineCommand({
  name: 'recordReportForHead',
  description: zhEn(
    '代录中心汇报：派单员或工委记录人替中心负责人登记，并标明代录；由街道配置何人可以代录(R20、R21)',
    'Records a center’s report for its head and marks it so. The street’s configuration says which roles may (R20, R21)',
  ),
  input: centerReportInput,
  payload: {
    meeting: () => Meeting,
    centerReport: () => CenterReport,
    difficulties: (): readonly [typeof Difficulty] => [Difficulty],
  },
  target: ({ centerCode }) => ({ center: centerCode }),
  execute: (input, transaction) =>
    addCenterReport(transaction, input, (day) => behalfOf(transaction, input.centerCode, day)),
});

async function behalfOf(
  transaction: StreetTransaction,
  centerCode: string,
  day: LocalDay,
): Promise<ReportOnBehalf> {
  const { actor, context, sample } = transaction;
  if (!(context.profile.reportsForHeads ?? []).some((role) => role === actor.role)) {
    throw refuse.forbidden({
      zh: '本街道的配置没有允许此角色代录中心汇报。请由中心负责人登记（recordCenterReport）',
      en: 'The configuration of this street does not let this role record reports for heads. Ask the head of the center to record it (recordCenterReport)',
    });
  }
  const held = await transaction.list(PostHolding, { centerCode, kind: 'DIRECTOR', sample });
  return reportOnBehalf(transaction, { centerCode, day, directors: await withNames(transaction, held) });
}
