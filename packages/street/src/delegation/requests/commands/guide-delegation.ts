import { field } from '@mtg/commands';
import { guidedDelegation } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { Delegation } from '../delegation';
import { DelegationGuidance } from '../delegation-guidance';
import { addGuidance, addressedGuidance, guidanceInput } from '../guidance-input';

/** R10: 街道工委 guides further centers and communities, before work goes to them. */
export const guideDelegation = defineCommand({
  name: 'guideDelegation',
  description: zhEn(
    '补充指导性意见：派单和协办单只派给得到指导性意见的中心(R10)',
    'Adds guidance on a deployed delegation for further centers and communities. Orders and sub-orders go only to centers that got guidance (R10)',
  ),
  input: {
    delegationId: Delegation.id(),
    expectedVersion,
    guidance: guidanceInput,
    guidedOn: field.optional(
      field.day(zhEn('提出的日期，默认今天', 'Day on which the guidance was given. Default: today')),
    ),
  },
  payload: { delegation: () => Delegation, guidance: () => [DelegationGuidance] },
  execute: async ({ delegationId, expectedVersion, guidance: given, guidedOn }, transaction) => {
    const delegation = await transaction.get(Delegation, delegationId, { expectedVersion });
    const addressed = await addressedGuidance(transaction, given);
    const { values, givenOn } = guidedDelegation(transaction, delegation, addressed, guidedOn);
    await transaction.change(delegation, values);
    return { delegation, guidance: await addGuidance(transaction, delegationId, addressed, givenOn) };
  },
});
