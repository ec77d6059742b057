import type { Actor } from '@mtg/access';
import { centerHead, communitySecretary, officer } from '../actors';
import { appointPast, memberInOffice } from '../appoint-past';
import { HERE } from '../everybody';
import { decisionNow } from '../sequence-sources';
import { dayAfter } from '../sequence-street';
import { SECOND, type Known, type Scribe } from './scribe';

const UNIT = '门头沟区医院';
const STREET_BODY = 'ENLARGED_WORKING_COMMITTEE';
const COMMUNITY_BODY = 'ENLARGED_COMMUNITY_PARTY_COMMITTEE';

export async function bodies(scribe: Scribe): Promise<void> {
  const { leader, clerk } = scribe.people;
  const ofStreet = { bodyCode: STREET_BODY, category: 'RESIDENT_UNIT', position: 'MEMBER', unit: UNIT };
  const organization = officer('ORGANIZATION_DEPARTMENT');
  const ofHospital = await reviewed(scribe, ofStreet, [leader, organization]);
  await appointPast(scribe.street.subgraph.database, ofHospital, scribe.street.now().toISOString());
  await memberInOffice(scribe.street.subgraph.database, 'AREA_MANAGEMENT_COMMITTEE');
  const section = centerHead(HERE.street, 'SOCIAL_MOBILIZATION');
  for (const { street, community } of [HERE, SECOND]) {
    const seat = {
      bodyCode: `${COMMUNITY_BODY}:${community}`,
      category: 'PROPERTY_COMPANY',
      seat: '物业席位',
    };
    const memberId = await reviewed(scribe, { ...seat, position: 'MEMBER', unit: '物业公司' }, [
      communitySecretary(street, community),
      section,
    ]);
    scribe.street.pass(1);
    // Nested values are what they are: an example would have taken the names of its fields for others.
    await scribe.give('appointMember', { memberId, decision: decisionNow(scribe.street) }, clerk);
  }
}

async function reviewed(
  scribe: Scribe,
  nomination: Known,
  [nominates, reviews]: readonly [Actor, Actor],
): Promise<string> {
  const { member } = await scribe.do('nominateMember', nomination, nominates, 'member { id }');
  const memberId: string = member.id;
  await scribe.do('reviewNomination', { memberId, outcome: 'REVIEWED' }, reviews);
  return memberId;
}

/** A joint meeting on a major matter, with all that is recorded of one. */
export async function jointMeeting(scribe: Scribe): Promise<void> {
  const { clerk } = scribe.people;
  const registered = await scribe.do('registerMajorMatter', {}, clerk, 'majorMatter { id }');
  const majorMatterId: string = registered['majorMatter'].id;
  const agenda = [{ title: '规划', majorMatterId }];
  const scheduledAt = scribe.street.now().toISOString();
  const convoked = await scribe.give(
    'convokeMeeting',
    { kind: 'JOINT', title: '联席会议', scheduledAt, agenda },
    clerk,
    'meeting { id }',
  );
  const meetingId: string = convoked['meeting'].id;
  await scribe.do('openMeeting', { meetingId }, clerk);
  await scribe.do('recordAttendance', { meetingId, unit: UNIT, attendance: 'PRESENT' }, clerk);
  await scribe.do('recordMemberReport', { meetingId, unit: UNIT }, clerk);
  await scribe.do('recordStreetNotice', { meetingId, requirements: '按时完成' }, clerk);
  await scribe.do('closeMeeting', { meetingId }, clerk);
  for (const body of [STREET_BODY, 'AREA_MANAGEMENT_COMMITTEE']) {
    const said = { consulted: true, opinion: '同意', verdict: 'AGREED' };
    await scribe.do('recordPreliminaryOpinion', { majorMatterId, body, ...said, meetingId }, clerk);
  }
  scribe.street.pass(1);
  const decision = { majorMatterId, decision: decisionNow(scribe.street), outcome: 'APPROVED' };
  await scribe.give('decideMajorMatter', decision, clerk);
  const drafted = await scribe.do('draftMinutes', { meetingId }, clerk, 'minutes { id }');
  const minutesId: string = drafted['minutes'].id;
  // Revised, so that there are items that are tombstones.
  await scribe.do('reviseMinutes', { minutesId, agendaNumber: 1 }, clerk);
  await scribe.do('issueMinutes', { minutesId }, clerk);
  await scribe.do('issueAnnualNotice', { year: 2026, addressees: UNIT, meetingId }, clerk);
  await scribe.do('recordDeputyActivity', {}, clerk);
}

/** A monthly meeting at which each of two centers reports a difficulty; one of the two is solved. */
export async function monthlyMeeting(scribe: Scribe): Promise<void> {
  const { dispatcher } = scribe.people;
  const convocation = { kind: 'MONTHLY_PROGRESS', scheduledAt: scribe.street.now().toISOString() };
  const convoked = await scribe.do('convokeMeeting', convocation, dispatcher, 'meeting { id }');
  const meetingId: string = convoked['meeting'].id;
  await scribe.do('openMeeting', { meetingId }, dispatcher);
  const parts = { progress: '过半', difficulties: [{ content: '人手不足' }], nextMonth: '对接' };
  const reported: string[] = [];
  for (const { center } of [HERE, SECOND]) {
    const report = { meetingId, centerCode: center, ...parts };
    const selection = 'difficulties { id }';
    const recorded = await scribe.give(
      'recordCenterReport',
      report,
      centerHead(HERE.street, center),
      selection,
    );
    reported.push(recorded['difficulties'][0].id);
  }
  const [difficultyId = ''] = reported;
  const solvedOn = dayAfter(scribe.street.now(), 0);
  await scribe.give('solveDifficulty', { difficultyId, solution: '增派两人', solvedOn }, dispatcher);
}
