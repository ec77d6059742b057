import { field } from '@mtg/commands';
import { delegationMachine, issuedOrder, orderEvent, type OrderDraft } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import type { CommandName } from '@mtg/access';
import type { StreetTransaction } from '../../foundation/street-commands';
import { requireCenter } from '../../organization/require-addressee';
import { nextNumber } from '../../foundation/running-number';
import type { CitedSource } from './cited-source';
import { registeredIn, responsiblePersonId } from './registered-person';
import { WorkOrder } from './work-order';
import { WorkOrderEvent } from './work-order-event';

/** Input of every order, sub-orders included. Fields that R11 requires may be missing, so that the rule answers. */
export const orderFields = {
  title: field.line(zhEn('标题', 'Title')),
  content: field.text(zhEn('内容', 'Content of the work')),
  centerCode: field.optional(field.code(zhEn('承办中心代码(R11)', 'Code of the responsible center (R11)'))),
  responsiblePerson: field.ruled(zhEn('责任人姓名(R11)', 'Name of the responsible person (R11)')),
  responsiblePersonId,
  deadline: field.optional(field.day(zhEn('完成时限(R11)', 'Deadline (inclusive), Asia/Shanghai (R11)'))),
};

/** An order that is about to be dispatched. */
interface Draft extends Omit<OrderDraft, 'registered'> {
  readonly title: string;
  readonly content: string;
  readonly source: CitedSource | null;
  readonly responsiblePersonId: string | null;
}

/**
 * Dispatches an order or a sub-order (R11); a delegation is thereby dispatched too (R10).
 *
 * @throws PublicError RULE_VIOLATION R01, R06, R10, R11; NOT_FOUND when the street has no such center
 */
export async function issueOrder(
  transaction: StreetTransaction,
  command: CommandName,
  draft: Draft,
): Promise<WorkOrder> {
  const { title, content, source, centerCode } = draft;
  // An unknown center is reported as such, before a rule reports it as one that the source does not name.
  if (centerCode) await requireCenter(transaction, centerCode, 'centerCode');
  const registered = await registeredIn(transaction, draft.responsiblePersonId, centerCode);
  const values = issuedOrder(transaction, { ...draft, registered });
  const numbered = await nextNumber(transaction, WorkOrder);
  const order = await transaction.insert(WorkOrder, { ...numbered, ...values, title, content });
  await transaction.insert(WorkOrderEvent, orderEvent(transaction, order, command));
  if (source?.delegation) {
    const state = transaction.step(delegationMachine, source.delegation, 'dispatchWorkOrder');
    // A further order changes nothing in a delegation that is dispatched already.
    if (state !== source.delegation.state) await transaction.change(source.delegation, { state });
  }
  return order;
}
