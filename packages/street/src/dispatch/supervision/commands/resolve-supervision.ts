import { field } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion } from '../../../foundation/common-inputs';
import { resolve } from '../settle-supervision';
import { Supervision } from '../supervision';

/** R12: 综合管理中心 has seen to an overdue order. While it stays overdue, the next sweep opens another supervision. */
export const resolveSupervision = defineCommand({
  name: 'resolveSupervision',
  description: zhEn(
    '督办销号，写明处理情况(R12)；派单仍逾期的，下一次巡检再开一条',
    'Resolves a supervision with a statement of the measures taken (R12). If the order stays overdue, the next sweep opens another',
  ),
  input: {
    supervisionId: Supervision.id(),
    expectedVersion,
    resolution: field.text(zhEn('处理情况', 'Measures taken')),
  },
  payload: { supervision: () => Supervision },
  execute: async (input, transaction) => {
    const supervision = await transaction.get(Supervision, input.supervisionId, input);
    return { supervision: await resolve(transaction, supervision, input.resolution) };
  },
});
