import { field } from '@mtg/commands';
import { heardDelegation } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion } from '../../../foundation/common-inputs';
import { Delegation } from '../delegation';

/** R08, R10: the department hears what the street thinks of it, before anything is decided. */
export const recordStreetOpinion = defineCommand({
  name: 'recordStreetOpinion',
  description: zhEn('登记街道意见(R08、R10)', 'Records the street’s opinion on a delegation (R08, R10)'),
  input: {
    delegationId: Delegation.id(),
    expectedVersion,
    opinion: field.text(zhEn('街道意见', 'Opinion of the street')),
    heardOn: field.optional(
      field.day(zhEn('听取意见的日期，默认今天', 'Day on which the opinion was heard. Default: today')),
    ),
  },
  payload: { delegation: () => Delegation },
  execute: async (input, transaction) => {
    const delegation = await transaction.get(Delegation, input.delegationId, {
      expectedVersion: input.expectedVersion,
    });
    await transaction.change(
      delegation,
      heardDelegation(transaction, delegation, input.opinion, input.heardOn),
    );
    return { delegation };
  },
});
