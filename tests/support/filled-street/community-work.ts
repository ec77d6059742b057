import { centerHead, communitySecretary } from '../actors';
import type { Selected } from '../commands';
import { HEARD } from '../heard-centers';
import { HERE } from '../everybody';
import { SECOND, type Scribe } from './scribe';
import { conveyance, followUps, visits } from './visits';

/** Items for each community and for both, their tasks, and all that follows from these. */
export async function communities(scribe: Scribe, [orderHere, orderThere]: readonly string[]): Promise<void> {
  const both = [HERE.community, SECOND.community];
  const { dispatcher } = scribe.people;
  const meetingId = await weekly(scribe);
  const said = { thisWeek: '已完成', nextWeek: '走访', communityMatters: '义诊' };
  const reports = { meetingId, centerCode: SECOND.center, ...said };
  await scribe.do('recordCenterReport', reports, centerHead(HERE.street, SECOND.center));
  await hear(scribe, meetingId);
  const items: [string, string][] = [];
  for (const [place, codes, workOrderId] of [
    [HERE, [HERE.community], orderHere],
    [SECOND, [SECOND.community], orderThere],
    [HERE, both, null],
  ] as const) {
    const passed = await item(scribe, meetingId, place.center, codes, workOrderId ?? null);
    for (const community of codes) items.push([passed, community]);
  }
  await scribe.do('closeMeeting', { meetingId }, dispatcher);
  const assignments = await batch(scribe, meetingId, items);
  // A batch of the second community alone.
  const next = await weekly(scribe);
  const alone = await item(scribe, next, SECOND.center, [SECOND.community], null);
  await hear(scribe, next);
  await scribe.do('closeMeeting', { meetingId: next }, dispatcher);
  await batch(scribe, next, [[alone, SECOND.community]]);
  for (const { id, communityCode } of assignments) {
    const report = { assignmentId: id, completed: false };
    await scribe.do('reportProgress', report, communitySecretary(HERE.street, communityCode));
  }
  await visits(scribe, assignments);
  await followUps(scribe);
  await conveyance(scribe);
}

/** One of the six centers reports, and the others are absent (R21). */
async function hear(scribe: Scribe, meetingId: string): Promise<void> {
  const { recordCenterReport, recordAttendance } = HEARD;
  const head = centerHead(HERE.street, 'HEALTH');
  await scribe.give('recordCenterReport', { meetingId, ...recordCenterReport }, head);
  await scribe.give('recordAttendance', { meetingId, ...recordAttendance }, scribe.people.dispatcher);
}

async function weekly(scribe: Scribe): Promise<string> {
  const { dispatcher } = scribe.people;
  const scheduledAt = scribe.street.now().toISOString();
  const convoked = await scribe.do(
    'convokeMeeting',
    { kind: 'WEEKLY', scheduledAt },
    dispatcher,
    'meeting { id }',
  );
  const meetingId: string = convoked['meeting'].id;
  await scribe.do('openMeeting', { meetingId }, dispatcher);
  return meetingId;
}

async function item(
  scribe: Scribe,
  meetingId: string,
  center: string,
  communityCodes: readonly string[],
  workOrderId: string | null,
): Promise<string> {
  const proposal = {
    meetingId,
    centerCode: center,
    title: '义诊',
    content: '每户一次',
    communityCodes,
    workOrderId,
  };
  const head = centerHead(HERE.street, center);
  const made = await scribe.give('proposeWeeklyItem', proposal, head, 'weeklyItem { id }');
  const weeklyItemId: string = made['weeklyItem'].id;
  await scribe.do('decideWeeklyItem', { weeklyItemId, outcome: 'PASSED' }, scribe.people.dispatcher);
  return weeklyItemId;
}

async function batch(
  scribe: Scribe,
  meetingId: string,
  items: readonly (readonly [string, string])[],
): Promise<Selected[]> {
  const requisites = {
    goal: '覆盖',
    content: '测血压',
    form: '入户',
    training: '集中',
    instructor: '王医生',
  };
  const assignments = items.map(([weeklyItemId, communityCode]) => ({
    weeklyItemId,
    communityCode,
    ...requisites,
  }));
  const issued = await scribe.give(
    'issueAssignmentBatch',
    { meetingId, assignments },
    scribe.people.dispatcher,
    'assignments { id communityCode weeklyItem { centerCode } }',
  );
  return issued['assignments'];
}
