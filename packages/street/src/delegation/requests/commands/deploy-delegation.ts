import { field } from '@mtg/commands';
import { deployedDelegation, localDay } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion } from '../../../foundation/common-inputs';
import { Delegation } from '../delegation';
import { DelegationGuidance } from '../delegation-guidance';
import { addGuidance, addressedGuidance, guidanceInput } from '../guidance-input';
import { decidedAtOf } from '../decided-at';
import { standingApproval } from '../standing-approval';

/** R07, R10: 街道工委 deploys the work and guides the centers and communities that it concerns. */
export const deployDelegation = defineCommand({
  name: 'deployDelegation',
  description: zhEn(
    '部署委托事项并提出指导性意见(R07、R10)',
    'Deploys an approved delegation, with guidance for the centers and communities concerned (R07, R10)',
  ),
  input: {
    delegationId: Delegation.id(),
    expectedVersion,
    deployment: field.ruled(zhEn('工作部署(R10)', 'Deployment of the work (R10)')),
    guidance: guidanceInput,
    deployedOn: field.optional(
      field.day(zhEn('部署的日期，默认今天', 'Day of the deployment, and of its guidance. Default: today')),
    ),
  },
  payload: { delegation: () => Delegation, guidance: () => [DelegationGuidance] },
  prepare: (input, context) => standingApproval(context, input.delegationId),
  execute: async (input, transaction, standing) => {
    const delegation = await transaction.get(Delegation, input.delegationId, {
      expectedVersion: input.expectedVersion,
    });
    const addressed = await addressedGuidance(transaction, input.guidance);
    const decidedAt = await decidedAtOf(transaction, delegation);
    const { deployment, deployedOn } = input;
    const brought = { deployment, guidance: addressed, deployedOn, decidedAt };
    const values = deployedDelegation(transaction, delegation, brought, standing);
    await transaction.change(delegation, values);
    const guidance = await addGuidance(transaction, delegation.id, addressed, localDay(values.deployedAt));
    return { delegation, guidance };
  },
});
