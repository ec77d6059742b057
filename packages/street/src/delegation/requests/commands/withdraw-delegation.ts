import { withdrawnDelegation } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { Delegation } from '../delegation';

/** R10: a department takes back what was not dispatched yet, which ends it. */
export const withdrawDelegation = defineCommand({
  name: 'withdrawDelegation',
  description: zhEn('撤回委托事项(R10)', 'Withdraws a delegation that is not dispatched yet (R10)'),
  input: { delegationId: Delegation.id(), expectedVersion, reason },
  payload: { delegation: () => Delegation },
  target: async (input, transaction) => ({
    department: (await transaction.get(Delegation, input.delegationId)).departmentCode,
  }),
  execute: async (input, transaction) => {
    const delegation = await transaction.get(Delegation, input.delegationId, {
      expectedVersion: input.expectedVersion,
    });
    await transaction.change(delegation, withdrawnDelegation(transaction, delegation, input.reason));
    return { delegation };
  },
});
