import { field } from '@mtg/commands';
import { localDay, requireRecordedAfter } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import { defineCorrection } from '../../foundation/corrections/define-correction';
import { requireCommunity } from '../../organization/require-addressee';
import { centerThatFosters } from '../organizations/fostered';
import { FosteredOrganization } from '../organizations/fostered-organization';
import { FosteringStage } from '../organizations/fostering-stage';
import { JointActivity } from '../organizations/joint-activity';

const organizationCorrection = defineCorrection({
  name: 'correctFosteredOrganization',
  says: {
    zh: '更正培育的草根社会组织的名称、服务领域或起始日期；不晚于登记之日和截止日期(R29)',
    en: 'Corrects name, field or first day of a fostered organization. The day is not after that of recording, nor after the last day (R29)',
  },
  table: FosteredOrganization,
  columns: ['name', 'serviceField', 'since'],
  target: ({ centerCode }) => ({ center: centerCode }),
  check: (transaction, { createdAt }, { since, until }) => {
    requireRecordedAfter(transaction, 'since', since, localDay(createdAt));
    if (until === null || since <= until) return;
    throw refuse.badInput('since', {
      zh: `${since} 晚于培育截止的 ${until}。请填 ${until} 或以前的日期`,
      en: `${since} is after the last day of the fostering, ${until}. Choose ${until} or earlier`,
    });
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
  check: (transaction, { createdAt }, { reachedOn }) =>
    requireRecordedAfter(transaction, 'reachedOn', reachedOn, localDay(createdAt)),
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
  check: async (transaction, { createdAt }, { communityCode, heldOn }) => {
    requireRecordedAfter(transaction, 'heldOn', heldOn, localDay(createdAt));
    await requireCommunity(transaction, communityCode, 'communityCode');
  },
});

/** Corrections of what centers do with social organizations, by table (R29). */
export const servicesCorrections = {
  FosteredOrganization: organizationCorrection,
  FosteringStage: stageCorrection,
  JointActivity: activityCorrection,
};
