import { answeredProposal } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { NeedProposal } from '../need-proposal';

const proposal = { needProposalId: NeedProposal.id(), expectedVersion };

/** R29: the street puts a need to the district, which reads it from then on as forwarded. */
export const forwardNeed = defineCommand({
  name: 'forwardNeed',
  description: zhEn('上报购买服务需求(R29)', 'Puts a proposed need to the district (R29)'),
  input: proposal,
  payload: { needProposal: () => NeedProposal },
  execute: async ({ needProposalId, expectedVersion }, transaction) => {
    const row = await transaction.get(NeedProposal, needProposalId, { expectedVersion });
    return { needProposal: await transaction.change(row, answeredProposal(transaction, row, null)) };
  },
});

/** R29: the street does not take a need up, and says why. */
export const declineNeed = defineCommand({
  name: 'declineNeed',
  description: zhEn('不采纳购买服务需求(R29)', 'Declines a proposed need, with the reason (R29)'),
  input: { ...proposal, reason },
  payload: { needProposal: () => NeedProposal },
  execute: async ({ needProposalId, expectedVersion, reason }, transaction) => {
    const row = await transaction.get(NeedProposal, needProposalId, { expectedVersion });
    return { needProposal: await transaction.change(row, answeredProposal(transaction, row, reason)) };
  },
});
