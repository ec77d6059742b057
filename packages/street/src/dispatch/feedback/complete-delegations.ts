import type { CommandTransaction } from '@mtg/commands';
import { delegationMachine, FRUITLESS_WORK_ORDER_STATES } from '@mtg/governance';
import { Delegation } from '../../delegation/delegation';
import { WorkOrder } from '../orders/work-order';

/** R10: a delegation is completed once every order that carries it out is reported. @returns those that now are */
export async function completeDelegations(
  transaction: CommandTransaction,
  reported: readonly WorkOrder[],
): Promise<Delegation[]> {
  const ids = new Set(reported.flatMap(({ delegationId }) => delegationId ?? []));
  const completed: Delegation[] = [];
  for (const id of ids) {
    const delegation = await transaction.find(Delegation, { id });
    if (!delegation) throw new Error(`the delegation ${id} of an order is gone`);
    const orders = await transaction.list(WorkOrder, { delegationId: id });
    const isDone = orders.every(
      ({ feedbackReportId, state }) =>
        feedbackReportId !== null || FRUITLESS_WORK_ORDER_STATES.includes(state),
    );
    const state = transaction.step(
      delegationMachine,
      delegation,
      'issueFeedbackReport',
      isDone ? 'COMPLETED' : 'DISPATCHED',
    );
    if (isDone) completed.push(await transaction.change(delegation, { state }));
  }
  return completed;
}
