import { field } from '@mtg/commands';
import { linkedOrganization, SocialOrganizationKind } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { centerCode } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { requireCenter } from '../../../organization/require-addressee';
import { OrganizationLink } from '../organization-link';

/** R29: a center is linked to a professional or hub organization; a third is refused. */
export const linkOrganization = defineCommand({
  name: 'linkOrganization',
  description: zhEn(
    '对接社会组织，每个中心1至2个(R29)',
    'Links a center to a professional or hub organization of the registry. A center has one or two (R29)',
  ),
  input: {
    centerCode,
    organizationId: field.uuid(zhEn('社会组织标识(R29)', 'Id of the registered organization (R29)')),
    since: field.day(zhEn('对接起始日期，不晚于今天', 'First day of the link, today or earlier')),
    guidance: field.optional(
      field.text(zhEn('对接的内容', 'Services in which communities are guided through the link')),
    ),
  },
  payload: { organizationLink: () => OrganizationLink },
  target: ({ centerCode }) => ({ center: centerCode }),
  prepare: ({ organizationId }, context) => context.district.socialOrganization(organizationId, context),
  execute: async (input, transaction, organization) => {
    transaction.noteElsewhere(organization, 'organizationId');
    await requireCenter(transaction, input.centerCode, 'centerCode');
    const { centerCode, organizationId, since } = input;
    const links = await transaction.list(OrganizationLink, { centerCode, sample: transaction.sample });
    const lasting = linkedOrganization(transaction, { organizationId, organization, since, links });
    const organizationLink = await transaction.insert(OrganizationLink, {
      ...input,
      ...lasting,
      // The rule has asked for the organization, of one of these kinds.
      organizationName: organization?.name ?? '',
      organizationKind:
        organization?.kind === 'HUB' ? SocialOrganizationKind.HUB : SocialOrganizationKind.PROFESSIONAL,
    });
    return { organizationLink };
  },
});
