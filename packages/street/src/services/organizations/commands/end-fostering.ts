import { field } from '@mtg/commands';
import { endedOn } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { centerThatFosters } from '../fostered';
import { FosteredOrganization } from '../fostered-organization';

/** R29: an organization needs no more help, or is given up. */
export const endFostering = defineCommand({
  name: 'endFostering',
  description: zhEn('结束培育(R29)', 'Ends the fostering of a grassroots organization (R29)'),
  input: {
    fosteredOrganizationId: FosteredOrganization.id(),
    expectedVersion,
    until: field.day(zhEn('培育截止日期，不晚于今天', 'Last day of the fostering, today or earlier')),
  },
  payload: { fosteredOrganization: () => FosteredOrganization },
  target: centerThatFosters,
  execute: async ({ fosteredOrganizationId, expectedVersion, until }, transaction) => {
    const fostered = await transaction.get(FosteredOrganization, fosteredOrganizationId, { expectedVersion });
    const values = endedOn(transaction, fostered, until);
    return { fosteredOrganization: await transaction.change(fostered, values) };
  },
});
