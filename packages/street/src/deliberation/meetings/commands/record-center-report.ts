import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { addCenterReport } from '../add-center-report';
import { CenterReport } from '../center-report';
import { centerReportInput } from '../center-report-input';
import { Difficulty } from '../difficulty';
import { Meeting } from '../meeting';

/** R20, R21: a center reports to the weekly or the monthly meeting; 综合管理中心 and a street's own centers may too. */
export const recordCenterReport = defineCommand({
  name: 'recordCenterReport',
  description: zhEn(
    '登记中心汇报；周例会三项(R21)，月推进会另三项(R20)；没有内容也须写明。所报的困难与问题逐条登记，直到解决',
    'Records a center’s report: three parts for a weekly meeting (R21), three others for a monthly one (R20). A part without content must say so. Each reported difficulty is an item of its own until it is solved',
  ),
  input: centerReportInput,
  payload: {
    meeting: () => Meeting,
    centerReport: () => CenterReport,
    difficulties: (): readonly [typeof Difficulty] => [Difficulty],
  },
  target: ({ centerCode }) => ({ center: centerCode }),
  execute: (input, transaction) => addCenterReport(transaction, input),
});
