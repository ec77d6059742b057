import { field } from '@mtg/commands';
import { answeredConclusion, concludedDelegation } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { Delegation } from '../../../delegation/requests/delegation';
import { DelegationConclusion } from '../../../delegation/requests/delegation-conclusion';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { defineCommand, type StreetTransaction } from '../../../foundation/street-commands';
import { WorkOrder } from '../work-order';

const step = { delegationId: Delegation.id(), expectedVersion };
const payload = { delegation: () => Delegation, conclusion: () => DelegationConclusion };

const departmentOf = async (
  { delegationId }: { readonly delegationId: string },
  transaction: StreetTransaction,
) => ({ department: (await transaction.get(Delegation, delegationId)).departmentCode });

/** R10: 综合管理中心 concludes a delegation whose orders are all closed, and reported to its department. */
export const concludeDelegation = defineCommand({
  name: 'concludeDelegation',
  description: zhEn(
    '登记委托事项办结(R10)：派单均已办结并集中反馈(取消的除外)，由委托部门确认或提出异议',
    'Concludes a delegation (R10) whose orders, except cancelled ones, are all closed and reported. The department confirms or objects',
  ),
  input: { ...step, text: field.text(zhEn('办结情况', 'Result of the work')) },
  payload,
  execute: async ({ delegationId, expectedVersion, text }, transaction) => {
    const delegation = await transaction.get(Delegation, delegationId, { expectedVersion });
    const orders = await transaction.list(WorkOrder, { delegationId });
    return record(transaction, delegation, concludedDelegation(transaction, delegation, orders, text));
  },
});

/** R10: the department confirms that what it delegated is done. */
export const confirmConclusion = defineCommand({
  name: 'confirmConclusion',
  description: zhEn(
    '确认委托事项办结(R10)',
    'Confirms, for the delegating department, that the delegation is done (R10)',
  ),
  input: step,
  payload,
  target: departmentOf,
  execute: (input, transaction) => answer(transaction, input, null),
});

/** R10: the department objects, and the delegation is open again. */
export const objectToConclusion = defineCommand({
  name: 'objectToConclusion',
  description: zhEn(
    '对委托事项办结提出异议，须说明理由；委托事项回到“已派单”(R10)',
    'Objects, for the delegating department, to the conclusion of a delegation, which is dispatched again. A reason is required (R10)',
  ),
  input: { ...step, reason },
  payload,
  target: departmentOf,
  execute: (input, transaction) => answer(transaction, input, input.reason),
});

async function answer(
  transaction: StreetTransaction,
  { delegationId, expectedVersion }: { readonly delegationId: string; readonly expectedVersion: number },
  objection: string | null,
) {
  const delegation = await transaction.get(Delegation, delegationId, { expectedVersion });
  return record(transaction, delegation, answeredConclusion(transaction, delegation, objection));
}

/** Writes a step between 综合管理中心 and the department, and what it does to the delegation. */
async function record(
  transaction: StreetTransaction,
  delegation: Delegation,
  { values, conclusion }: ReturnType<typeof concludedDelegation | typeof answeredConclusion>,
) {
  await transaction.change(delegation, values);
  const row = await transaction.insert(DelegationConclusion, { delegationId: delegation.id, ...conclusion });
  return { delegation, conclusion: row };
}
