import { field } from '@mtg/commands';
import { sentBackDelegation } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { Delegation } from '../delegation';

/** R07: the street sends back a task that is assigned directly under the name of a delegated matter, which ends it. */
export const sendBackDelegation = defineCommand({
  name: 'sendBackDelegation',
  description: zhEn(
    '退还委托事项，须说明理由：以书面委托的名义直接布置的任务，须经区政府批准(R07)',
    'Sends a delegation back, with a reason: a task assigned directly under the name of a delegated matter needs an approval by the district government (R07)',
  ),
  input: {
    delegationId: Delegation.id(),
    expectedVersion,
    reason,
    sentBackOn: field.optional(
      field.day(zhEn('退还的日期，默认今天', 'Day on which it was sent back. Default: today')),
    ),
  },
  payload: { delegation: () => Delegation },
  execute: async ({ delegationId, expectedVersion, reason, sentBackOn }, transaction) => {
    const delegation = await transaction.get(Delegation, delegationId, { expectedVersion });
    await transaction.change(delegation, sentBackDelegation(transaction, delegation, reason, sentBackOn));
    return { delegation };
  },
});
