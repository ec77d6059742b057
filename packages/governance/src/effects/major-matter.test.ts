import { actAs, NOW } from '../../test-support/act';
import {
  decidedMatter,
  deliberatedMatter,
  registeredMatter,
  requireConsultation,
  requireMeetingOn,
} from './major-matter';

const clerk = actAs('COMMITTEE_CLERK');
const registered = { ...registeredMatter(), version: 1 };
const recordedAt = new Date('2026-11-17T02:00:00Z');
const opinionOf = (body: 'ENLARGED_WORKING_COMMITTEE' | 'AREA_MANAGEMENT_COMMITTEE') => ({
  body,
  consulted: true,
  opinion: '同意',
  recordedAt,
});
const committee = opinionOf('ENLARGED_WORKING_COMMITTEE');
const area = opinionOf('AREA_MANAGEMENT_COMMITTEE');

test('a matter is ready for a decision once both bodies have formed their opinions', () => {
  expect(registeredMatter()).toEqual({ state: 'REGISTERED', decisionId: null });
  expect(deliberatedMatter(clerk, registered, [], committee)).toEqual({ state: 'REGISTERED' });
  expect(deliberatedMatter(clerk, registered, [committee], area)).toEqual({ state: 'DELIBERATED' });
});

test('a body without a member in office does not consult', () => {
  const body = 'AREA_MANAGEMENT_COMMITTEE';
  expect(() => requireConsultation(clerk, { body, members: 0 })).toThrow('R01 body');
  expect(() => requireConsultation(clerk, { body, members: 1 })).not.toThrow();
});

test('the committee decides once, after both', () => {
  const deliberated = { state: 'DELIBERATED', version: 3 } as const;
  expect(decidedMatter(clerk, deliberated, [committee, area], NOW)).toEqual({ state: 'DECIDED' });
  // The body that is missing is named before the state.
  expect(() => decidedMatter(clerk, registered, [committee], NOW)).toThrow('R01 opinions');
  const decided = { state: 'DECIDED', version: 4 } as const;
  expect(() => decidedMatter(clerk, decided, [committee, area], NOW)).toThrow('DECIDED');
});

const JOINT = { number: 'M-1', kind: 'JOINT', heldOn: '2026-11-02', isOnMatter: true } as const;

test('bodies consult in a joint or special meeting on the matter', () => {
  expect(() => requireMeetingOn(actAs('COMMITTEE_CLERK'), { title: '停车' }, JOINT)).not.toThrow();
});

test.each([
  ['a meeting of the centers', { kind: 'WEEKLY' }, '请引用联席会议或专题会议，或不填'],
  ['one that was not held', { heldOn: null }, '请先召开（openMeeting），或不填'],
  ['one on other matters', { isOnMatter: false }, '不是为重大事项“停车”召开的'],
] as const)('they do not consult in %s', (_, change, refusal) => {
  const meeting = { ...JOINT, ...change };
  expect(() => requireMeetingOn(actAs('COMMITTEE_CLERK'), { title: '停车' }, meeting)).toThrow(refusal);
});
