import { field } from '@mtg/commands';
import { reachedStage } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { centerThatFosters } from '../fostered';
import { FosteredOrganization } from '../fostered-organization';
import { FosteringStage } from '../fostering-stage';

/** R29: the stage that an organization has reached, in the words of the center. */
export const recordFosteringStage = defineCommand({
  name: 'recordFosteringStage',
  description: zhEn('登记培育阶段(R29)', 'Records the stage that a fostered organization has reached (R29)'),
  input: {
    fosteredOrganizationId: FosteredOrganization.id(),
    stage: field.line(zhEn('阶段', 'Stage')),
    reachedOn: field.day(
      zhEn(
        '进入日期，自培育之日至今天',
        'Day on which it was reached, from the beginning of the fostering to today',
      ),
    ),
    remark: field.optional(field.text(zhEn('说明', 'Remark'))),
  },
  payload: { fosteringStage: () => FosteringStage },
  target: centerThatFosters,
  execute: async (input, transaction) => {
    const fostered = await transaction.get(FosteredOrganization, input.fosteredOrganizationId);
    const values = { ...input, ...reachedStage(transaction, fostered, input.reachedOn) };
    return { fosteringStage: await transaction.insert(FosteringStage, values) };
  },
});
