import { field, inputType } from '@mtg/commands';
import { deployedDelegation } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion } from '../../../foundation/common-inputs';
import { requireAddressee } from '../../../organization/require-addressee';
import { Delegation } from '../delegation';
import { DelegationGuidance } from '../delegation-guidance';
import { standingApproval } from '../standing-approval';

const guidanceInput = inputType(
  'DelegationGuidanceInput',
  zhEn('对一个中心或社区的指导性意见', 'Guidance for one center or one community'),
  {
    centerCode: field.optional(
      field.code(zhEn('中心代码', 'Code of the center. Null if the guidance is for a community')),
    ),
    communityCode: field.optional(
      field.code(zhEn('社区代码', 'Code of the community. Null if the guidance is for a center')),
    ),
    text: field.text(zhEn('意见', 'Text of the guidance')),
  },
);

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
    guidance: field.list(
      field.nested(guidanceInput, zhEn('指导性意见(R10)', 'Guidance for centers and communities (R10)')),
      {
        least: 0,
      },
    ),
  },
  payload: { delegation: () => Delegation, guidance: () => [DelegationGuidance] },
  prepare: (input, context) => standingApproval(context, input.delegationId),
  execute: async (input, transaction, standing) => {
    const delegation = await transaction.get(Delegation, input.delegationId, {
      expectedVersion: input.expectedVersion,
    });
    const addressed = [];
    for (const [index, each] of input.guidance.entries()) {
      const addressee = await requireAddressee(transaction, each, `guidance.${index}`);
      addressed.push({ ...each, addressee });
    }
    const brought = { deployment: input.deployment, guidance: addressed };
    await transaction.change(delegation, deployedDelegation(transaction, delegation, brought, standing));
    const guidance = [];
    for (const { centerCode, communityCode, text } of addressed) {
      guidance.push(
        await transaction.insert(DelegationGuidance, {
          delegationId: delegation.id,
          centerCode,
          communityCode,
          text,
        }),
      );
    }
    return { delegation, guidance };
  },
});
