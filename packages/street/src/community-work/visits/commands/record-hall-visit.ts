import { field } from '@mtg/commands';
import { recordedHallVisit } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { centerCode } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { requireCenter } from '../../../organization/require-addressee';
import { HallVisit } from '../hall-visit';

/** Staff go into the service hall as well as into the communities (seed:126); only the latter are days of R24. */
export const recordHallVisit = defineCommand({
  name: 'recordHallVisit',
  description: zhEn(
    '登记走进服务大厅，不计为进社区的天数(R24)；人员为登记人本人',
    'Records a visit to the service hall, which is no day in a community (R24). The visitor is the subject of the token',
  ),
  input: {
    centerCode,
    day: field.day(zhEn('日期，不晚于今天', 'Day of the visit, today or earlier')),
  },
  payload: { hallVisit: () => HallVisit },
  target: (input) => ({ center: input.centerCode }),
  execute: async ({ centerCode: code, day }, transaction) => {
    await requireCenter(transaction, code, 'centerCode');
    const { sample, actor } = transaction;
    const same = await transaction.find(HallVisit, { day, staffSubject: actor.subject, sample });
    const values = recordedHallVisit(transaction, { centerCode: code, day, isRecorded: same !== null });
    return { hallVisit: await transaction.insert(HallVisit, values) };
  },
});
