import { actAs, NOW } from '../../test-support/act';
import {
  byDayGiven,
  decidedMatter,
  deliberatedMatter,
  opinionGivenOn,
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
  verdict: 'AGREED' as const,
  recordedAt,
  givenOn: '2026-11-17',
});
const committee = opinionOf('ENLARGED_WORKING_COMMITTEE');
const area = opinionOf('AREA_MANAGEMENT_COMMITTEE');

test('a matter is ready for a decision once both bodies have formed their opinions', () => {
  expect(registeredMatter()).toEqual({ state: 'REGISTERED', decisionId: null, reason: null });
  expect(deliberatedMatter(clerk, registered, [], committee)).toEqual({ state: 'REGISTERED' });
  expect(deliberatedMatter(clerk, registered, [committee], area)).toEqual({ state: 'DELIBERATED' });
});

test('of each body the opinion of the last day counts, however late it is recorded', () => {
  const known = [committee, area];
  const earlier = { ...area, opinion: null, givenOn: '2026-11-16' };
  const later = { ...earlier, givenOn: '2026-11-18' };
  expect(byDayGiven([area, earlier, later])).toEqual([earlier, area, later]);
  expect(deliberatedMatter(clerk, registered, known, earlier)).toEqual({ state: 'DELIBERATED' });
  expect(deliberatedMatter(clerk, registered, known, later)).toEqual({ state: 'REGISTERED' });
});

test('an opinion is given on the day of its meeting or later, and not in the future', () => {
  expect(opinionGivenOn(clerk, null, '2026-11-10')).toBe('2026-11-18');
  expect(opinionGivenOn(clerk, '2026-11-10', '2026-11-10')).toBe('2026-11-10');
  expect(opinionGivenOn(clerk, '2026-11-09', null)).toBe('2026-11-09');
  expect(() => opinionGivenOn(clerk, '2026-11-09', '2026-11-10')).toThrow(
    'givenOn: 2026-11-09 早于会议召开的日期 2026-11-10',
  );
  expect(() => opinionGivenOn(clerk, '2026-11-19', '2026-11-10')).toThrow('givenOn: 2026-11-19 晚于今天');
});

test('a body without a member in office does not consult', () => {
  const consultation = { ...area, meetingId: 'm', memberUnits: 2, unitsPresent: 1 };
  expect(() => requireConsultation(clerk, { ...consultation, members: 0 })).toThrow('R01 body');
  expect(() => requireConsultation(clerk, { ...consultation, members: 1 })).not.toThrow();
});

test('the committee decides once, after both', () => {
  const deliberated = { state: 'DELIBERATED', version: 3 } as const;
  const decision = { opinions: [committee, area], decidedAt: NOW, outcome: 'APPROVED' } as const;
  expect(decidedMatter(clerk, deliberated, decision)).toEqual({ state: 'DECIDED', reason: null });
  // The body that is missing is named before the state.
  expect(() => decidedMatter(clerk, registered, { ...decision, opinions: [committee] })).toThrow(
    'R01 opinions',
  );
  const decided = { state: 'DECIDED', version: 4 } as const;
  expect(() => decidedMatter(clerk, decided, decision)).toThrow('DECIDED');
});

test('the committee says why it decides against an opinion', () => {
  const deliberated = { state: 'DELIBERATED', version: 3 } as const;
  const decision = { opinions: [committee, area], decidedAt: NOW, outcome: 'REJECTED' } as const;
  expect(() => decidedMatter(clerk, deliberated, decision)).toThrow('R01 reason');
  const reason = '资金未落实';
  expect(decidedMatter(clerk, deliberated, { ...decision, reason })).toEqual({ state: 'DECIDED', reason });
});

const JOINT = { number: 'M-1', kind: 'JOINT', state: 'CLOSED', isOnMatter: true } as const;

test('bodies consult in a joint or special meeting on the matter', () => {
  expect(() => requireMeetingOn(actAs('COMMITTEE_CLERK'), { title: '停车' }, JOINT)).not.toThrow();
});

test.each([
  ['a meeting of the centers', { kind: 'WEEKLY' }, '请引用联席会议或专题会议'],
  ['one that is going on', { state: 'OPEN' }, '请在闭会（closeMeeting）后登记'],
  ['one that was cancelled', { state: 'CANCELLED' }, '已取消'],
  ['one on other matters', { isOnMatter: false }, '不是为重大事项“停车”召开的'],
] as const)('they do not consult in %s', (_, change, refusal) => {
  const meeting = { ...JOINT, ...change };
  expect(() => requireMeetingOn(actAs('COMMITTEE_CLERK'), { title: '停车' }, meeting)).toThrow(refusal);
});
