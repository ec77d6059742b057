import { field } from '@mtg/commands';
import { answeredConclusion, concludedDelegation, type LocalDay } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { In } from 'typeorm';
import { Delegation } from '../../../delegation/requests/delegation';
import { DelegationConclusion } from '../../../delegation/requests/delegation-conclusion';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { defineCommand, type StreetTransaction } from '../../../foundation/street-commands';
import { FeedbackReport } from '../feedback-report';
import { WorkOrder } from '../work-order';

const step = { delegationId: Delegation.id(), expectedVersion };
const answered = {
  ...step,
  answeredOn: field.optional(field.day(zhEn('答复的日期，默认今天', 'Day of the answer. Default: today'))),
};
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
  input: {
    ...step,
    text: field.text(zhEn('办结情况', 'Result of the work')),
    concludedOn: field.optional(
      field.day(zhEn('办结的日期，默认今天', 'Day of the conclusion. Default: today')),
    ),
  },
  payload,
  execute: async ({ delegationId, expectedVersion, text, concludedOn }, transaction) => {
    const delegation = await transaction.get(Delegation, delegationId, { expectedVersion });
    const orders = await transaction.list(WorkOrder, { delegationId });
    const reports = await transaction.list(FeedbackReport, {
      id: In(orders.flatMap(({ feedbackReportId }) => feedbackReportId ?? [])),
    });
    const after = reports
      .map(({ issuedOn }) => issuedOn)
      .toSorted()
      .at(-1);
    const ending = { text, on: concludedOn, after };
    return record(transaction, delegation, concludedDelegation(transaction, delegation, orders, ending));
  },
});

/** R10: the department confirms that what it delegated is done. */
export const confirmConclusion = defineCommand({
  name: 'confirmConclusion',
  description: zhEn(
    '确认委托事项办结(R10)',
    'Confirms, for the delegating department, that the delegation is done (R10)',
  ),
  input: answered,
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
  input: { ...answered, reason },
  payload,
  target: departmentOf,
  execute: (input, transaction) => answer(transaction, input, input.reason),
});

interface Answer {
  readonly delegationId: string;
  readonly expectedVersion: number;
  readonly answeredOn: LocalDay | null;
}

async function answer(
  transaction: StreetTransaction,
  { delegationId, expectedVersion, answeredOn }: Answer,
  text: string | null,
) {
  const delegation = await transaction.get(Delegation, delegationId, { expectedVersion });
  const conclusions = await transaction.list(DelegationConclusion, { delegationId, step: 'CONCLUDED' });
  const after = conclusions.at(-1)?.happenedOn;
  const values = answeredConclusion(transaction, delegation, { text, on: answeredOn, after });
  return record(transaction, delegation, values);
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
