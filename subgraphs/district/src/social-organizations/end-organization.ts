import { field } from '@mtg/commands';
import { endedOn } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../district-commands';
import { SocialOrganization } from './social-organization';

/** An organization that leaves the registry. Links and projects of streets stay as they are. */
export const endOrganization = defineCommand({
  name: 'endOrganization',
  description: zhEn(
    '注销社会组织；此前的对接和项目不受影响',
    'Ends the registration of a social organization. Links and projects of streets remain',
  ),
  input: {
    socialOrganizationId: SocialOrganization.id(),
    expectedVersion: field.expectedVersion,
    until: field.day(zhEn('在册截止日期，不晚于今天', 'Last day in the registry, today or earlier')),
  },
  payload: { socialOrganization: () => SocialOrganization },
  execute: async ({ socialOrganizationId, expectedVersion, until }, transaction) => {
    const organization = await transaction.get(SocialOrganization, socialOrganizationId, { expectedVersion });
    const values = endedOn(transaction, organization, until);
    return { socialOrganization: await transaction.change(organization, values) };
  },
});
