import { field } from '@mtg/commands';
import { withdrawnDelegation } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { decidedAtOf } from '../decided-at';
import { Delegation } from '../delegation';

/** R10: a department takes back what was not dispatched yet, which ends it. */
export const withdrawDelegation = defineCommand({
  name: 'withdrawDelegation',
  description: zhEn('撤回委托事项(R10)', 'Withdraws a delegation that is not dispatched yet (R10)'),
  input: {
    delegationId: Delegation.id(),
    expectedVersion,
    reason,
    withdrawnOn: field.optional(
      field.day(zhEn('撤回的日期，默认今天', 'Day on which it was withdrawn. Default: today')),
    ),
  },
  payload: { delegation: () => Delegation },
  target: async (input, transaction) => ({
    department: (await transaction.get(Delegation, input.delegationId)).departmentCode,
  }),
  execute: async (input, transaction) => {
    const delegation = await transaction.get(Delegation, input.delegationId, {
      expectedVersion: input.expectedVersion,
    });
    const decidedAt = await decidedAtOf(transaction, delegation);
    const { reason: why, withdrawnOn } = input;
    const values = withdrawnDelegation(transaction, delegation, { reason: why, withdrawnOn, decidedAt });
    await transaction.change(delegation, values);
    return { delegation };
  },
});
