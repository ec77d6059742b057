import { field } from '@mtg/commands';
import { decidedDelegation } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { CommitteeDecision } from '../../../deliberation/decisions/committee-decision';
import { decisionInput, recordDecision } from '../../../deliberation/decisions/decision-input';
import { Delegation } from '../delegation';
import { standingApproval } from '../standing-approval';

const decision = field.nested(
  decisionInput,
  zhEn('街道工委决策', 'Decision of the Street Party Working Committee'),
);
const payload = { delegation: () => Delegation, decision: () => CommitteeDecision };

/** R07, R08, R10: 街道工委 has considered a delegation and passes it. */
export const approveDelegation = defineCommand({
  name: 'approveDelegation',
  description: zhEn(
    '登记委托事项通过(R07、R08、R10)；只有街道工委可以接受委托事项(R09)',
    'Records that the Street Party Working Committee approved a delegation (R07, R08, R10). Only the committee can accept one (R09)',
  ),
  input: { delegationId: Delegation.id(), expectedVersion, decision },
  payload,
  prepare: (input, context) => standingApproval(context, input.delegationId),
  execute: async (input, transaction, standing) => {
    const delegation = await transaction.get(Delegation, input.delegationId, {
      expectedVersion: input.expectedVersion,
    });
    const values = decidedDelegation(transaction, delegation, input.decision.decidedAt, standing);
    const recorded = await recordDecision(transaction, input.decision, 'DELEGATION', 'APPROVED');
    await transaction.change(delegation, { ...values, decisionId: recorded.id });
    return { delegation, decision: recorded };
  },
});

/** R10: 街道工委 has considered a delegation and sends it back, which ends it. */
export const rejectDelegation = defineCommand({
  name: 'rejectDelegation',
  description: zhEn(
    '登记委托事项退回，由街道工委决定(R10)',
    'Records that the Street Party Working Committee rejected a delegation (R10)',
  ),
  input: { delegationId: Delegation.id(), expectedVersion, decision, reason },
  payload,
  execute: async (input, transaction) => {
    const delegation = await transaction.get(Delegation, input.delegationId, {
      expectedVersion: input.expectedVersion,
    });
    const values = decidedDelegation(transaction, delegation, input.decision.decidedAt, null);
    const recorded = await recordDecision(transaction, input.decision, 'DELEGATION', 'REJECTED');
    const { reason: why } = input;
    await transaction.change(delegation, { ...values, decisionId: recorded.id, reason: why });
    return { delegation, decision: recorded };
  },
});
