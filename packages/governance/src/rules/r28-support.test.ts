import { fieldsOf } from '../../test-support/violations';
import { r28, type RaisedSupport, type SolvedSupport, type SupportTakenUp } from './r28-support';

const RAISED: RaisedSupport = { kind: 'PARKING', title: '停车难', communityCode: '110109001001' };
const UNNAMED = {
  bodyCode: null,
  meetingId: null,
  membersInOffice: 0,
  meeting: null,
  raisedOn: '2026-11-01',
};
const BY_BODY: SupportTakenUp = { ...UNNAMED, bodyCode: 'AREA_MANAGEMENT_COMMITTEE', membersInOffice: 1 };
const JOINT = { number: '大峪联〔2026〕第4号', kind: 'JOINT', heldOn: '2026-11-01' } as const;
const BY_MEETING: SupportTakenUp = { ...UNNAMED, meetingId: 'm', meeting: JOINT };
const SOLVED: SolvedSupport = {
  solution: '增设车位',
  solvedOn: '2026-11-18',
  raisedOn: '2026-11-01',
  today: '2026-11-18',
};

test('kept by a problem with its kind, taken up by a body or a meeting, and solved', () => {
  expect(r28.check(RAISED)).toEqual([]);
  expect(r28.check(BY_BODY)).toEqual([]);
  expect(r28.check(BY_MEETING)).toEqual([]);
  expect(r28.check({ ...BY_MEETING, meeting: { ...JOINT, kind: 'SPECIAL' } })).toEqual([]);
  expect(r28.check({ ...BY_MEETING, meeting: { ...JOINT, kind: 'WEEKLY' } })).toEqual([]);
  expect(r28.check(SOLVED)).toEqual([]);
  expect(r28.check({ ...SOLVED, raisedOn: '2026-11-18' })).toEqual([]);
});

test.each<[string, Partial<RaisedSupport>, string[]]>([
  ['no kind', { kind: null }, ['kind']],
  ['a kind of its own', { kind: 'NOISE' }, ['kind']],
  ['no problem', { title: ' ' }, ['title']],
  ['a problem without words', { title: '……' }, ['title']],
  ['no community', { communityCode: null }, ['communityCode']],
])('raising breaks it by %s', (_, change, fields) => {
  expect(fieldsOf(r28, r28.check({ ...RAISED, ...change }))).toEqual(fields);
});

test.each<[string, SupportTakenUp]>([
  ['neither', UNNAMED],
  ['both', { ...BY_BODY, meetingId: 'm', meeting: JOINT }],
])('taking up breaks it by %s', (_, facts) => {
  expect(fieldsOf(r28, r28.check(facts))).toEqual([['bodyCode', 'meetingId']]);
});

test.each<[string, SupportTakenUp, string[]]>([
  ['a body without members in office', { ...BY_BODY, membersInOffice: 0 }, ['bodyCode']],
  ['a meeting that was not held', { ...BY_MEETING, meeting: { ...JOINT, heldOn: null } }, ['meetingId']],
  [
    'a meeting before it was raised',
    { ...BY_MEETING, meeting: { ...JOINT, heldOn: '2026-10-31' } },
    ['meetingId'],
  ],
  [
    'a monthly meeting of the centers',
    { ...BY_MEETING, meeting: { ...JOINT, kind: 'MONTHLY_PROGRESS' } },
    ['meetingId'],
  ],
  ['a retreat', { ...BY_MEETING, meeting: { ...JOINT, kind: 'ANNUAL_RETREAT' } }, ['meetingId']],
  [
    'a weekly meeting before it was raised',
    { ...BY_MEETING, meeting: { ...JOINT, kind: 'WEEKLY', heldOn: '2026-10-31' } },
    ['meetingId'],
  ],
])('taking up breaks it by %s', (_, facts, fields) => {
  expect(fieldsOf(r28, r28.check(facts))).toEqual(fields);
});

test.each<[string, Partial<SolvedSupport>, string[]]>([
  ['no solution', { solution: '' }, ['solution']],
  ['a solution without words', { solution: '1.' }, ['solution']],
  ['no day', { solvedOn: null }, ['solvedOn']],
  ['a day to come', { solvedOn: '2026-11-19' }, ['solvedOn']],
  ['a day before it was raised', { solvedOn: '2026-10-31' }, ['solvedOn']],
])('solving breaks it by %s', (_, change, fields) => {
  expect(fieldsOf(r28, r28.check({ ...SOLVED, ...change }))).toEqual(fields);
});
