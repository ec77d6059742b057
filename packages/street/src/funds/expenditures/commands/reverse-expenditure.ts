import { reversedExpenditure } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { reason } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { Expenditure } from '../expenditure';

/** R31: nothing is deleted. A mistake is reversed by an entry that names it, and recorded correctly after that. */
export const reverseExpenditure = defineCommand({
  name: 'reverseExpenditure',
  description: zhEn(
    '冲销支出：原记录保留，另记一笔相反的(R31)',
    'Reverses an expenditure by an entry that names it. The first entry is kept (R31)',
  ),
  input: { expenditureId: Expenditure.id(), reason },
  payload: { expenditure: () => Expenditure },
  execute: async ({ expenditureId, reason }, transaction) => {
    const first = await transaction.get(Expenditure, expenditureId);
    const isReversed = (await transaction.find(Expenditure, { reversesId: first.id })) !== null;
    const { id, amount, reversesId } = first;
    const values = reversedExpenditure(transaction, { id, amount, reversesId, isReversed }, reason);
    const { receiptId, voucher, purpose, payee, projectId, workOrderId, serviceProjectId } = first;
    const expenditure = await transaction.insert(Expenditure, {
      ...values,
      receiptId,
      voucher,
      purpose,
      payee,
      projectId,
      workOrderId,
      serviceProjectId,
    });
    return { expenditure };
  },
});
