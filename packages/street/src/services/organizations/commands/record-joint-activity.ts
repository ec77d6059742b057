import { field } from '@mtg/commands';
import { CommunityServiceKind, heldActivity } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { centerCode, communityCode } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { requireCenter, requireCommunity } from '../../../organization/require-addressee';
import { FosteredOrganization } from '../fostered-organization';
import { JointActivity } from '../joint-activity';

/** R29: what a center and organizations did together in a community. */
export const recordJointActivity = defineCommand({
  name: 'recordJointActivity',
  description: zhEn(
    '登记共同活动(R29)',
    'Records an activity of a center and social organizations in a community (R29)',
  ),
  input: {
    centerCode,
    communityCode,
    kind: field.choice(CommunityServiceKind, zhEn('服务种类', 'Kind of the services')),
    title: field.line(zhEn('名称', 'Title')),
    organizations: field.list(
      field.mark(zhEn('参与的社会组织', 'Names of the organizations that took part')),
    ),
    fosteredOrganizationId: field.optional(
      field.uuid(zhEn('所培育的草根社会组织标识', 'Id of the fostered organization that took part')),
    ),
    heldOn: field.day(zhEn('日期，不晚于今天', 'Day of the activity, today or earlier')),
    participants: field.whole(zhEn('参与人数', 'Number of participants'), 1, 1_000_000),
  },
  payload: { jointActivity: () => JointActivity },
  target: ({ centerCode }) => ({ center: centerCode }),
  execute: async (input, transaction) => {
    const { fosteredOrganizationId } = input;
    const fostered =
      fosteredOrganizationId === null
        ? null
        : await transaction.get(FosteredOrganization, fosteredOrganizationId);
    const values = { ...input, ...heldActivity(transaction, input.heldOn, fostered) };
    await requireCenter(transaction, input.centerCode, 'centerCode');
    await requireCommunity(transaction, input.communityCode, 'communityCode');
    return { jointActivity: await transaction.insert(JointActivity, values) };
  },
});
