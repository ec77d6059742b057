import { field } from '@mtg/commands';
import { proposedItem } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { requireCenter } from '../../../organization/require-addressee';
import { centerCode, communityCode } from '../../../foundation/common-inputs';
import { requireCommunities } from '../../../organization/require-addressee';
import { requireGuidance, requireOpenOrderOf } from '../carried-order';
import { WeeklyItem } from '../weekly-item';
import { meetingOfItem } from '../meeting-of-item';

/** R22: the only way to a community begins with an item of a weekly meeting. */
export const proposeWeeklyItem = defineCommand({
  name: 'proposeWeeklyItem',
  description: zhEn(
    '提出周例会事项，即需落实到社区的工作(R22)；委托事项只落实到得到指导性意见的社区(R10)',
    'Proposes an item for communities to a weekly meeting that is not closed (R22). Work of a delegation goes only to communities that got guidance (R10)',
  ),
  input: {
    meetingId: field.uuid(zhEn('周例会标识', 'Id of the weekly meeting')),
    centerCode,
    title: field.line(zhEn('标题', 'Title')),
    content: field.text(zhEn('内容', 'Content of the work')),
    communityCodes: field.list(communityCode),
    workOrderId: field.optional(field.uuid(zhEn('所落实的派单标识', 'Id of the work order carried out'))),
  },
  payload: { weeklyItem: () => WeeklyItem },
  target: (input) => ({ center: input.centerCode }),
  execute: async (input, transaction) => {
    const { centerCode, title, content, workOrderId } = input;
    const meeting = await meetingOfItem(transaction, input.meetingId);
    const values = proposedItem(transaction, meeting);
    await requireCenter(transaction, centerCode, 'centerCode');
    const communityCodes = await requireCommunities(transaction, input.communityCodes);
    if (workOrderId !== null) await requireOpenOrderOf(transaction, centerCode, workOrderId);
    await requireGuidance(transaction, workOrderId, communityCodes, 'communityCodes');
    const weeklyItem = await transaction.insert(WeeklyItem, {
      meetingId: meeting.id,
      number: (await transaction.manager.countBy(WeeklyItem, { meetingId: meeting.id })) + 1,
      centerCode,
      title,
      content,
      communityCodes,
      workOrderId,
      ...values,
    });
    return { weeklyItem };
  },
});
