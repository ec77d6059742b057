import { field } from '@mtg/commands';
import { endedFostering } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { centerThatFosters, lastDayOf } from '../fostered';
import { FosteredOrganization } from '../fostered-organization';

/** R29: an organization needs no more help, or is given up. */
export const endFostering = defineCommand({
  name: 'endFostering',
  description: zhEn('结束培育(R29)', 'Ends the fostering of a grassroots organization (R29)'),
  input: {
    fosteredOrganizationId: FosteredOrganization.id(),
    expectedVersion,
    until: field.day(
      zhEn(
        '培育截止日期，不晚于今天，不早于其阶段和共同活动',
        'Last day of the fostering, today or earlier, and not before its stages and activities',
      ),
    ),
  },
  payload: { fosteredOrganization: () => FosteredOrganization },
  target: centerThatFosters,
  execute: async ({ fosteredOrganizationId, expectedVersion, until }, transaction) => {
    const fostered = await transaction.get(FosteredOrganization, fosteredOrganizationId, { expectedVersion });
    const values = endedFostering(transaction, fostered, until, await lastDayOf(transaction, fostered));
    return { fosteredOrganization: await transaction.change(fostered, values) };
  },
});
