import { field } from '@mtg/commands';
import { fosteredSince } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { centerCode, communityCode } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { requireCenter, requireCommunity } from '../../../organization/require-addressee';
import { FosteredOrganization } from '../fostered-organization';

/** R29: centers help communities to foster grassroots organizations. */
export const fosterOrganization = defineCommand({
  name: 'fosterOrganization',
  description: zhEn(
    '培育草根社会组织(R29)',
    'Begins to foster a grassroots organization in a community (R29)',
  ),
  input: {
    centerCode,
    communityCode,
    name: field.mark(zhEn('组织名称', 'Name of the organization')),
    serviceField: field.line(zhEn('服务领域', 'Field of its services')),
    since: field.day(zhEn('培育起始日期，不晚于今天', 'First day of the fostering, today or earlier')),
  },
  payload: { fosteredOrganization: () => FosteredOrganization },
  target: ({ centerCode }) => ({ center: centerCode }),
  execute: async (input, transaction) => {
    await requireCenter(transaction, input.centerCode, 'centerCode');
    await requireCommunity(transaction, input.communityCode, 'communityCode');
    const { communityCode } = input;
    const fostered = await transaction.list(FosteredOrganization, {
      communityCode,
      sample: transaction.sample,
    });
    const lasting = fosteredSince(transaction, input, fostered);
    return { fosteredOrganization: await transaction.insert(FosteredOrganization, { ...input, ...lasting }) };
  },
});
