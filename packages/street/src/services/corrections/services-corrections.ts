import { field } from '@mtg/commands';
import {
  localDay,
  requireActivityWhileFostered,
  requireFostering,
  requireRecordedAfter,
  requireStageWhileFostered,
} from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCorrection } from '../../foundation/corrections/define-correction';
import { requireCommunity } from '../../organization/require-addressee';
import { centerThatFosters, daysOf } from '../organizations/fostered';
import { FosteredOrganization } from '../organizations/fostered-organization';
import { FosteringStage } from '../organizations/fostering-stage';
import { JointActivity } from '../organizations/joint-activity';

const organizationCorrection = defineCorrection({
  name: 'correctFosteredOrganization',
  says: {
    zh: '更正培育的草根社会组织的名称、服务领域或起始日期；日期不晚于登记之日、截止日期、首个阶段和共同活动(R29)',
    en: 'Corrects name, field or first day of a fostered organization. The day is not after that of recording, the last day, or its first stage or activity (R29)',
  },
  table: FosteredOrganization,
  columns: ['name', 'serviceField', 'since'],
  target: ({ centerCode }) => ({ center: centerCode }),
  check: async (transaction, { id, createdAt, communityCode }, after) => {
    requireRecordedAfter(transaction, 'since', after.since, localDay(createdAt));
    const fostered = await transaction.list(FosteredOrganization, { communityCode });
    const others = fostered.filter((each) => each.id !== id);
    const [firstDay = null] = await daysOf(transaction, id);
    requireFostering(transaction, after, others, firstDay);
  },
});

const stageCorrection = defineCorrection({
  name: 'correctFosteringStage',
  says: {
    zh: '更正培育阶段的名称、进入日期或说明，日期不晚于登记之日(R29)',
    en: 'Corrects name, day or remark of a stage of fostering. The day is not after that of recording (R29)',
  },
  table: FosteringStage,
  columns: ['stage', 'reachedOn', 'remark'],
  target: centerThatFosters,
  check: async (transaction, { createdAt, fosteredOrganizationId }, { reachedOn }) => {
    requireRecordedAfter(transaction, 'reachedOn', reachedOn, localDay(createdAt));
    const fostering = await transaction.get(FosteredOrganization, fosteredOrganizationId);
    requireStageWhileFostered(transaction, reachedOn, fostering);
  },
});

const activityCorrection = defineCorrection({
  name: 'correctJointActivity',
  says: {
    zh: '更正共同活动，日期不晚于登记之日(R29)',
    en: 'Corrects a joint activity. The day is not after that of recording (R29)',
  },
  table: JointActivity,
  columns: ['communityCode', 'kind', 'title', 'organizations', 'heldOn', 'participants'],
  inputs: {
    participants: field.whole(zhEn('更正后的参与人数', 'Right number of participants'), 1, 1_000_000),
  },
  target: ({ centerCode }) => ({ center: centerCode }),
  check: async (transaction, { createdAt, fosteredOrganizationId }, { communityCode, heldOn }) => {
    requireRecordedAfter(transaction, 'heldOn', heldOn, localDay(createdAt));
    const fostering =
      fosteredOrganizationId === null
        ? null
        : await transaction.get(FosteredOrganization, fosteredOrganizationId);
    requireActivityWhileFostered(transaction, heldOn, fostering);
    await requireCommunity(transaction, communityCode, 'communityCode');
  },
});

/** Corrections of what centers do with social organizations, by table (R29). */
export const servicesCorrections = {
  FosteredOrganization: organizationCorrection,
  FosteringStage: stageCorrection,
  JointActivity: activityCorrection,
};
