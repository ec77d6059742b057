import { field } from '@mtg/commands';
import { endedOn } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { OrganizationLink } from '../organization-link';

/** R29: a link ends, and its center may be linked to another organization. */
export const endOrganizationLink = defineCommand({
  name: 'endOrganizationLink',
  description: zhEn('结束对接(R29)', 'Ends the link of a center to an organization (R29)'),
  input: {
    organizationLinkId: OrganizationLink.id(),
    expectedVersion,
    until: field.day(zhEn('对接截止日期，不晚于今天', 'Last day of the link, today or earlier')),
  },
  payload: { organizationLink: () => OrganizationLink },
  target: async ({ organizationLinkId }, transaction) => ({
    center: (await transaction.get(OrganizationLink, organizationLinkId)).centerCode,
  }),
  execute: async ({ organizationLinkId, expectedVersion, until }, transaction) => {
    const link = await transaction.get(OrganizationLink, organizationLinkId, { expectedVersion });
    return { organizationLink: await transaction.change(link, endedOn(transaction, link, until)) };
  },
});
