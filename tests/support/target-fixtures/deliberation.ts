import { randomUUID } from 'node:crypto';
import type { DispatchStage } from '../dispatch';
import type { Place } from '../everybody';
import { serial } from './serial';
import type { Values } from './values';

export const bodyCode = (kind: string, { community }: Place): string =>
  kind.includes('COMMUNITY') ? `${kind}:${community}` : kind;

/** A member of a body of this kind at this place, in this state. */
export async function member(stage: DispatchStage, kind: string, aim: Place, state: string): Promise<string> {
  const ofCommunity = kind.includes('COMMUNITY');
  const appointed = state === 'APPOINTED';
  return stage.add('body_member', {
    body_code: bodyCode(kind, aim),
    body_kind: kind,
    community_code: ofCommunity ? aim.community : null,
    state,
    person_name: '王敏',
    // One person is nominated to a body once for a unit.
    unit: `门头沟区医院${serial()}`,
    category: ofCommunity ? 'PROPERTY_COMPANY' : 'RESIDENT_UNIT',
    position: 'MEMBER',
    offices: [],
    seat: ofCommunity ? `席位${serial()}` : null,
    ...(appointed && { appointed_at: stage.clock.now() }),
    ...(appointed && !ofCommunity && { document_number: '京门文〔2026〕1号', approval_id: randomUUID() }),
    ...(appointed && ofCommunity && { decision_id: await decision(stage, 'APPOINTMENT') }),
  });
}

function decision(stage: DispatchStage, subject: string): Promise<string> {
  return stage.add('committee_decision', {
    number: randomUUID(),
    decided_at: stage.clock.now(),
    outcome: 'APPROVED',
    subject,
    summary: '同意',
  });
}

/** A meeting of this kind, in this state. */
export async function meeting(stage: DispatchStage, kind: string, state: string): Promise<string> {
  const at = stage.clock.now();
  return stage.add('meeting', {
    kind,
    state,
    number: randomUUID(),
    // Years of their own: numbers of this one are given by commands.
    year: 2000,
    sequence: serial(),
    title: '会议',
    scheduled_at: at,
    ...(state !== 'CONVOKED' && { opened_at: at, held_on: '2026-03-09' }),
    ...(state === 'CLOSED' && { closed_at: at }),
    convener_role: 'DISPATCHER',
    convener: 'dispatcher',
    ...(kind === 'SPECIAL' && { trigger_kind: 'URGENT_MATTER', urgency: '汛情' }),
  });
}

/** Draft minutes of one item. */
export async function minutes(stage: DispatchStage, meetingId: string): Promise<string> {
  const id = await stage.add('minutes', { meeting_id: meetingId, state: 'DRAFT', title: '纪要' });
  await stage.add('minutes_item', { minutes_id: id, number: 1, text: '由健康中心落实' });
  return id;
}

export const majorMatter = (stage: DispatchStage): Promise<string> =>
  stage.add('major_matter', { state: 'REGISTERED', title: '规划', content: '方案' });

/** A report of this place's center to a monthly meeting. */
export async function monthlyReport(stage: DispatchStage, aim: Place): Promise<string> {
  const meetingId = await meeting(stage, 'MONTHLY_PROGRESS', 'OPEN');
  const parts = { progress: '过半', next_month: '对接' };
  return stage.add('center_report', { meeting_id: meetingId, center_code: aim.center, ...parts });
}

/** An open difficulty of this place's center, and what its commands say of it. */
export async function difficulty(stage: DispatchStage, aim: Place): Promise<Values> {
  const difficultyId = await stage.add('difficulty', {
    report_id: await monthlyReport(stage, aim),
    state: 'OPEN',
    center_code: aim.center,
    content: '人手不足',
    raised_on: '2026-03-09',
  });
  return { difficultyId, progress: '已商编办', solution: '增派两人', solvedOn: '2026-03-09' };
}
