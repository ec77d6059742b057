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

test.each<[string, MeetingTrigger, (string | null)[], string[]]>([
  ['its own matter', { kind: 'MAJOR_MATTER', majorMatterId: 'm' }, ['m', null], []],
  ['another', { kind: 'MAJOR_MATTER', majorMatterId: 'm' }, ['m', 'n'], ['agenda.1.majorMatterId']],
  ['one beside an urgent one', { kind: 'URGENT_MATTER', urgency: '暴雨' }, ['n'], ['agenda.0.majorMatterId']],
])('the agenda of a special meeting with %s', (_, trigger, matters, fields) => {
  const agenda = matters.map((majorMatterId) => ({ majorMatterId }));
  const violations = r05.check({ meetingKind: 'SPECIAL', trigger, memberUnits, members, agenda });
  expect(fieldsOf(r05, violations)).toEqual(fields);
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

const specialUnits = [
  { id: '1', name: '区医院' },
  { id: '2', name: '驻区商场' },
];

test.each([
  ['both units attend', ['1', '2'], []],
  ['one attends and the other is recorded as absent', ['2'], ['1']],
])('a meeting closes when %s', (_, present, absent) => {
  expect(r05.check({ specialUnits, present, absent })).toEqual([]);
});

test('a meeting of deputies, who represent no unit, closes', () => {
  expect(r05.check({ specialUnits: [], present: [], absent: [] })).toEqual([]);
});

test.each([
  ['nothing is recorded', [], [], '区医院、驻区商场'],
  ['a unit is not recorded', ['1'], [], '驻区商场'],
  ['all are absent', [], ['1', '2'], 'no meeting'],
])('no meeting closes when %s', (_, present, absent, text) => {
  const violations = r05.check({ specialUnits, present, absent });
  expect(fieldsOf(r05, violations)).toEqual(['attendance']);
  expect(english(violations)).toContain(text);
});

test.each(['-', '！！', '119'])('urgency is stated in words, and not by %s', (urgency) => {
  const trigger = { kind: 'URGENT_MATTER', urgency };
  const violations = r05.check({ meetingKind: 'SPECIAL', trigger, memberUnits, members });
  expect(fieldsOf(r05, violations)).toEqual(['trigger.urgency']);
});

const item = {
  trigger: { kind: 'MAJOR_MATTER', majorMatterId: 'm' },
  text: '完成选址论证',
  relation: '选址须先论证',
  majorMatterId: 'm',
  topics: 1,
  agendaNumber: 1,
  path: 'items.0.',
};

test.each([
  ['on its matter', {}],
  ['on its only subject, without an agenda', { majorMatterId: null, topics: 0, agendaNumber: null }],
  ['of an urgent meeting', { trigger: { kind: 'URGENT_MATTER', majorMatterId: null }, majorMatterId: null }],
])('minutes have an item %s', (_, change) => {
  expect(r05.check({ specialItem: { ...item, ...change } })).toEqual([]);
});

test.each<[string, Partial<typeof item> | { readonly relation: null } | object, string[]]>([
  ['off the agenda', { agendaNumber: null, majorMatterId: null }, ['items.0.agendaNumber']],
  ['on another matter', { majorMatterId: 'n' }, ['items.0.agendaNumber']],
  [
    'on a matter, of a meeting on something urgent',
    { trigger: { kind: 'URGENT_MATTER', majorMatterId: null } },
    ['items.0.agendaNumber'],
  ],
  ['that does not say how it follows', { relation: null }, ['items.0.relation']],
  ['that says it by a sign', { relation: '-' }, ['items.0.relation']],
  ['that says it by its own text', { relation: '完成选址论证 ' }, ['items.0.relation']],
])('minutes have no item %s', (_, change, fields) => {
  expect(fieldsOf(r05, r05.check({ specialItem: { ...item, ...change } }))).toEqual(fields);
});
