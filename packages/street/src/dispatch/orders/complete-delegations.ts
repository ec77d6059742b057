import type { CommandName } from '@mtg/access';
import type { CommandTransaction } from '@mtg/commands';
import { delegationMachine, FRUITLESS_WORK_ORDER_STATES } from '@mtg/governance';
import { Delegation } from '../../delegation/requests/delegation';
import { WorkOrder } from './work-order';

/**
 * R10: a delegation is completed once every order that carries it out is reported, or came to nothing; if all came to
 * nothing it waits for another.
 *
 * @param command by which one of its orders was reported, or came to nothing
 * @returns those that now are
 */
export async function completeDelegations(
  transaction: CommandTransaction,
  command: CommandName,
  ended: readonly WorkOrder[],
): Promise<Delegation[]> {
  const ids = new Set(ended.flatMap(({ delegationId }) => delegationId ?? []));
  const completed: Delegation[] = [];
  for (const id of ids) {
    const delegation = await transaction.find(Delegation, { id });
    if (!delegation) throw new Error(`the delegation ${id} of an order is gone`);
    const orders = await transaction.list(WorkOrder, { delegationId: id });
    const awaited = orders.filter(({ state }) => !FRUITLESS_WORK_ORDER_STATES.includes(state));
    // A part alone is not what was asked for: the order that it was a part of has come to nothing.
    const isDone =
      awaited.some(({ parentId }) => parentId === null) &&
      awaited.every(({ feedbackReportId }) => feedbackReportId !== null);
    const state = transaction.step(
      delegationMachine,
      delegation,
      command,
      isDone ? 'COMPLETED' : 'DISPATCHED',
    );
    if (isDone) completed.push(await transaction.change(delegation, { state }));
  }
  return completed;
}
