import type { Actor } from '../actor/actor';
import { authorizeCommand } from './authorize';
import type { Target } from './target';
import type { CommandName } from './commands';

const PEOPLE = {
  leader: { subject: 'l', role: 'STREET_LEADER', street: 'DAYU' },
  clerk: { subject: 'c', role: 'COMMITTEE_CLERK', street: 'DAYU' },
  dispatcher: { subject: 'd', role: 'DISPATCHER', street: 'DAYU' },
  dispatcherElsewhere: { subject: 'e', role: 'DISPATCHER', street: 'CHENGZI' },
  healthHead: { subject: 'h', role: 'CENTER_HEAD', street: 'DAYU', center: 'HEALTH' },
  mobilizationHead: { subject: 'm', role: 'CENTER_HEAD', street: 'DAYU', center: 'SOCIAL_MOBILIZATION' },
  healthStaff: { subject: 's', role: 'CENTER_STAFF', street: 'DAYU', center: 'HEALTH' },
  secretary: { subject: 'p', role: 'COMMUNITY_SECRETARY', street: 'DAYU', community: '110109001001' },
  officer: { subject: 'o', role: 'DEPARTMENT_OFFICER', department: 'CIVIL_AFFAIRS_BUREAU' },
  organizationOfficer: { subject: 'z', role: 'DEPARTMENT_OFFICER', department: 'ORGANIZATION_DEPARTMENT' },
  partyCommittee: { subject: 'q', role: 'DISTRICT_PARTY_COMMITTEE' },
  government: { subject: 'g', role: 'DISTRICT_GOVERNMENT' },
  districtOffice: { subject: 'w', role: 'DISTRICT_OFFICE' },
  auditor: { subject: 'a', role: 'AUDITOR' },
  analyst: { subject: 'y', role: 'ANALYST' },
} satisfies Record<string, Actor>;
type Who = keyof typeof PEOPLE;

const WEEKLY = { variant: 'WEEKLY' };
const STREET_BODY = { variant: 'AREA_MANAGEMENT_COMMITTEE' };
const COMMUNITY_BODY = { variant: 'ENLARGED_COMMUNITY_PARTY_COMMITTEE', community: '110109001001' };
const HEALTH = { center: 'HEALTH' };
const OWN = { department: 'CIVIL_AFFAIRS_BUREAU' };

/** Written from the study and the list of commands, not from the table. `ok`, a rule, or `no`. */
const EXPECTED: readonly [Who, CommandName, Omit<Target, 'street'>, string][] = [
  ['leader', 'nominateMember', STREET_BODY, 'ok'],
  ['secretary', 'nominateMember', STREET_BODY, 'no'],
  ['secretary', 'nominateMember', COMMUNITY_BODY, 'ok'],
  ['secretary', 'nominateMember', { ...COMMUNITY_BODY, community: '110109001002' }, 'no'],
  ['leader', 'nominateMember', COMMUNITY_BODY, 'no'],
  ['organizationOfficer', 'reviewNomination', STREET_BODY, 'ok'],
  ['officer', 'reviewNomination', STREET_BODY, 'no'],
  ['mobilizationHead', 'reviewNomination', COMMUNITY_BODY, 'ok'],
  ['healthHead', 'reviewNomination', COMMUNITY_BODY, 'no'],
  ['partyCommittee', 'appointMember', STREET_BODY, 'ok'],
  ['government', 'appointMember', STREET_BODY, 'no'],
  ['clerk', 'appointMember', STREET_BODY, 'no'],
  ['clerk', 'appointMember', COMMUNITY_BODY, 'ok'],
  ['leader', 'convokeMeeting', { variant: 'JOINT' }, 'ok'],
  ['dispatcher', 'convokeMeeting', { variant: 'SPECIAL' }, 'no'],
  ['dispatcher', 'convokeMeeting', { variant: 'ANNUAL_RETREAT' }, 'ok'],
  ['dispatcher', 'convokeMeeting', WEEKLY, 'ok'],
  ['dispatcherElsewhere', 'convokeMeeting', WEEKLY, 'no'],
  ['leader', 'convokeMeeting', WEEKLY, 'R21'],
  ['healthHead', 'closeMeeting', WEEKLY, 'R21'],
  ['leader', 'recordAttendance', WEEKLY, 'no'],
  ['clerk', 'issueMinutes', { variant: 'JOINT' }, 'ok'],
  ['clerk', 'issueMinutes', WEEKLY, 'no'],
  ['dispatcher', 'recordCenterReport', { center: 'GENERAL_AFFAIRS' }, 'ok'],
  ['dispatcher', 'recordCenterReport', HEALTH, 'no'],
  ['healthHead', 'recordCenterReport', HEALTH, 'ok'],
  ['clerk', 'decideMajorMatter', {}, 'ok'],
  ['leader', 'decideMajorMatter', {}, 'no'],
  ['officer', 'submitDelegation', OWN, 'ok'],
  ['officer', 'submitDelegation', { department: 'ORGANIZATION_DEPARTMENT' }, 'no'],
  ['clerk', 'approveDelegation', {}, 'ok'],
  ['leader', 'approveDelegation', {}, 'R09'],
  ['healthHead', 'approveDelegation', {}, 'R09'],
  ['dispatcher', 'approveDelegation', {}, 'no'],
  ['dispatcher', 'dispatchWorkOrder', HEALTH, 'ok'],
  ['leader', 'dispatchWorkOrder', HEALTH, 'R09'],
  ['healthHead', 'dispatchSubOrder', HEALTH, 'R09'],
  ['clerk', 'dispatchWorkOrder', HEALTH, 'R11'],
  ['districtOffice', 'dispatchWorkOrder', HEALTH, 'R11'],
  ['healthHead', 'acceptWorkOrder', HEALTH, 'ok'],
  ['mobilizationHead', 'acceptWorkOrder', HEALTH, 'no'],
  ['healthStaff', 'acceptWorkOrder', HEALTH, 'no'],
  ['healthStaff', 'startWorkOrder', HEALTH, 'ok'],
  ['healthHead', 'verifyWorkOrder', HEALTH, 'no'],
  ['healthHead', 'returnWorkOrder', HEALTH, 'no'],
  ['healthHead', 'requestReturn', HEALTH, 'ok'],
  ['healthHead', 'reassignWorkOrder', HEALTH, 'R09'],
  ['healthHead', 'grantExtension', HEALTH, 'no'],
  ['officer', 'confirmConclusion', OWN, 'ok'],
  ['officer', 'confirmConclusion', { department: 'ORGANIZATION_DEPARTMENT' }, 'no'],
  ['leader', 'issueFeedbackReport', {}, 'R13'],
  ['officer', 'issueFeedbackReport', {}, 'R13'],
  ['dispatcher', 'decideWeeklyItem', {}, 'ok'],
  ['leader', 'decideWeeklyItem', {}, 'no'],
  ['leader', 'issueAssignmentBatch', {}, 'R09'],
  ['clerk', 'issueAssignmentBatch', {}, 'no'],
  ['secretary', 'reportProgress', { community: '110109001001' }, 'ok'],
  ['healthStaff', 'recordVisit', HEALTH, 'ok'],
  ['secretary', 'recordVisit', { ...HEALTH, community: '110109001001' }, 'no'],
  ['analyst', 'recordHighlight', HEALTH, 'no'],
  ['auditor', 'closeWorkOrder', {}, 'no'],
  ['government', 'recordApproval', { variant: 'DISTRICT_GOVERNMENT' }, 'ok'],
  ['government', 'recordApproval', { variant: 'DISTRICT_PARTY_COMMITTEE' }, 'no'],
  ['districtOffice', 'revokeApproval', { variant: 'DISTRICT_GOVERNMENT' }, 'no'],
];

it.each(EXPECTED)('%s, %s %j: %s', (who, command, target, expected) => {
  const decision = authorizeCommand(PEOPLE[who], command, { street: 'DAYU', ...target });
  expect(decision.allowed ? 'ok' : (decision.rule ?? 'no')).toBe(expected);
});

it('says who may, Chinese first, and names the rule', () => {
  expect(authorizeCommand(PEOPLE.analyst, 'acceptWorkOrder', { street: 'DAYU' })).toEqual({
    allowed: false,
    code: 'FORBIDDEN',
    message: {
      zh: '分析员无权接单；可由中心负责人（本中心）办理',
      en: 'The role analyst may not accept a work order; permitted roles: center head (own center)',
    },
  });
  expect(authorizeCommand(PEOPLE.leader, 'dispatchWorkOrder', { street: 'DAYU' })).toMatchObject({
    message: { zh: expect.stringMatching(/^R09 不得自行接受、随意摊派：街道主要领导无权派单；/) },
  });
});

it('takes no command and no kind that the table does not know', () => {
  // @ts-expect-error: not a command
  expect(() => authorizeCommand(PEOPLE.leader, 'abolishTheStreet', {})).toThrow();
  expect(() => authorizeCommand(PEOPLE.dispatcher, 'convokeMeeting', { street: 'DAYU' })).toThrow(
    'no row for convokeMeeting',
  );
  expect(() => authorizeCommand(PEOPLE.dispatcher, 'acceptWorkOrder', WEEKLY)).toThrow('WEEKLY');
});
