import { english, fieldsOf } from '../../test-support/violations';
import { r05, type MeetingTrigger } from './r05-special-meeting';

const memberUnits = ['1', '2'];
const members = 3;

test.each<[string, string, MeetingTrigger | null | undefined]>([
  ['a member’s request', 'SPECIAL', { kind: 'MEMBER_REQUEST', requestedBy: '2' }],
  ['a major matter', 'SPECIAL', { kind: 'MAJOR_MATTER', majorMatterId: '重〔2026〕3号' }],
  ['an urgent matter', 'SPECIAL', { kind: 'URGENT_MATTER', urgency: '汛期险情' }],
  ...['JOINT', 'WEEKLY', 'MONTHLY_PROGRESS', 'ANNUAL_RETREAT'].map((kind): [string, string, undefined] => [
    `a ${kind} meeting without one`,
    kind,
    undefined,
  ]),
])('kept by %s', (_, meetingKind, trigger) => {
  expect(r05.check({ meetingKind, trigger, memberUnits, members })).toEqual([]);
});

test.each<[string, MeetingTrigger | null | undefined, string, string]>([
  ['no trigger', undefined, 'trigger', 'needs exactly one trigger'],
  ['a null trigger', null, 'trigger', 'URGENT_MATTER'],
  [
    'a trigger of another kind',
    { kind: 'LEADER_WISH', urgency: '急' },
    'trigger.kind',
    'needs exactly one trigger',
  ],
  ['a name of every object', { kind: 'constructor' }, 'trigger.kind', 'needs exactly one trigger'],
  ['a request without requesters', { kind: 'MEMBER_REQUEST' }, 'trigger.requestedBy', 'requestedBy'],
  [
    'a request of a stranger',
    { kind: 'MEMBER_REQUEST', requestedBy: '3' },
    'trigger.requestedBy',
    '“3” is not a member unit',
  ],
  [
    'a request that names a matter instead',
    { kind: 'MEMBER_REQUEST', majorMatterId: 'x' },
    'trigger.requestedBy',
    'requestedBy',
  ],
  [
    'a major matter without a name',
    { kind: 'MAJOR_MATTER', majorMatterId: ' ' },
    'trigger.majorMatterId',
    'majorMatter',
  ],
  [
    'an urgent matter that says nothing',
    { kind: 'URGENT_MATTER', urgency: null },
    'trigger.urgency',
    'urgency',
  ],
])('broken by %s', (_, trigger, field, text) => {
  const violations = r05.check({ meetingKind: 'SPECIAL', trigger, memberUnits, members });
  expect(fieldsOf(r05, violations)).toEqual([field]);
  expect(english(violations)).toContain(text);
});

test.each([
  ['SPECIAL', ['kind']],
  ['JOINT', []],
  ['WEEKLY', []],
])('a %s meeting while no member is in office', (meetingKind, fields) => {
  const trigger = { kind: 'URGENT_MATTER', urgency: '汛期险情' };
  const violations = r05.check({ meetingKind, trigger, memberUnits: [], members: 0 });
  expect(fieldsOf(r05, violations)).toEqual(fields);
});
