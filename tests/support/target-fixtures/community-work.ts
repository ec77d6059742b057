import { randomUUID } from 'node:crypto';
import type { DispatchStage } from '../dispatch';
import type { Place } from '../everybody';
import { meeting } from './deliberation';
import { serial } from './serial';
import type { Values } from './values';

/** An item of a weekly meeting, from the center and for the community of this place. */
export const weeklyItem = (
  stage: DispatchStage,
  meetingId: string,
  aim: Place,
  values: Values = {},
): Promise<string> =>
  stage.add('weekly_item', {
    meeting_id: meetingId,
    number: 1,
    state: 'PROPOSED',
    center_code: aim.center,
    title: '义诊',
    content: '每户一次',
    community_codes: [aim.community],
    ...values,
  });

/** A task of this place's community, from a meeting that is over. */
export async function assignment(stage: DispatchStage, aim: Place): Promise<string> {
  const meetingId = await meeting(stage, 'WEEKLY', 'CLOSED');
  const decidedAt = stage.clock.now();
  const item = await weeklyItem(stage, meetingId, aim, { state: 'PASSED', decided_at: decidedAt });
  const batch = await stage.add('assignment_batch', {
    meeting_id: meetingId,
    number: randomUUID(),
    year: 2000,
    sequence: serial(),
    issued_at: decidedAt,
    issuer: 'dispatcher',
  });
  return stage.add('community_assignment', {
    state: 'ASSIGNED',
    batch_id: batch,
    meeting_id: meetingId,
    item_state: 'PASSED',
    weekly_item_id: item,
    community_code: aim.community,
    goal: '覆盖全部独居老人',
    content: '上门测量血压',
    form: '入户',
    training: '集中培训',
    instructor: '王医生',
  });
}

/** An entry that this place's center keeps on its community. */
export const ledgerEntry = (stage: DispatchStage, aim: Place): Promise<string> =>
  stage.add('ledger_entry', {
    center_code: aim.center,
    community_code: aim.community,
    kind: 'RESOURCE',
    text: '卫生服务站一处',
    source: '走访',
    verified_on: '2026-03-01',
    verified_by: 'staff',
  });

/** A log of this place and an item of a weekly meeting for its community. */
export async function heardHere(stage: DispatchStage, aim: Place): Promise<Values> {
  const of = { center_code: aim.center, community_code: aim.community };
  const staff = `staff${serial()}`;
  const record = await stage.add('visit_record', { ...of, author_subject: staff, text: '记录' });
  const visit = { ...of, day: '2026-03-01', form: 'CALL', staff_subject: staff, record_id: record };
  const visitId = await stage.add('community_visit', visit);
  const log = { ...of, visit_id: visitId, author_subject: staff, text: '停车难' };
  const sentimentLogId = await stage.add('sentiment_log', log);
  const weekly = await weeklyItem(stage, await meeting(stage, 'WEEKLY', 'CONVOKED'), aim);
  return { sentimentLogId, weeklyItemId: weekly, minutesItemId: undefined };
}
