import { actAs, NOW } from '../../test-support/act';
import { CENTER_TYPES } from '../vocabulary/center-type';
import {
  cancelledMeeting,
  closingMeeting,
  convokedMeeting,
  draftedMinutes,
  issuedMinutes,
  openedMeeting,
  type MeetingPlan,
} from './meeting';

const clerk = actAs('COMMITTEE_CLERK');
const membership = { memberUnits: [{ id: '大峪派出所', name: '大峪派出所' }], members: 3 };
const PLAN: MeetingPlan = {
  kind: 'SPECIAL',
  title: '专题会议',
  place: null,
  scheduledAt: NOW,
  trigger: { kind: 'MEMBER_REQUEST', requestedBy: '大峪派出所', majorMatterId: null, urgency: null },
};

test('a meeting is convened with its trigger, and nothing has become of it yet', () => {
  expect(convokedMeeting(clerk, PLAN, membership)).toEqual({
    state: 'CONVOKED',
    openedAt: null,
    closedAt: null,
    heldOn: null,
    cancelReason: null,
    kind: 'SPECIAL',
    title: '专题会议',
    place: null,
    scheduledAt: NOW,
    convenerRole: 'COMMITTEE_CLERK',
    convener: 'COMMITTEE_CLERK:1',
    triggerKind: 'MEMBER_REQUEST',
    requestedBy: '大峪派出所',
    majorMatterId: null,
    urgency: null,
  });
});

test('a unit that asks for a meeting is named as its member has it', () => {
  const trigger = { ...PLAN.trigger, kind: 'MEMBER_REQUEST', requestedBy: ' 大峪派出所​' } as const;
  const plan = { ...PLAN, trigger: { majorMatterId: null, urgency: null, ...trigger } };
  expect(convokedMeeting(clerk, plan, membership).requestedBy).toBe('大峪派出所');
});

test.each<[string, Partial<MeetingPlan>, string]>([
  ['special one without a trigger', { trigger: null }, 'R05 trigger'],
  ['weekly one by a clerk', { kind: 'WEEKLY', trigger: null }, 'R21 role'],
])('no %s is convened', (_, change, refusal) => {
  expect(() => convokedMeeting(clerk, { ...PLAN, ...change }, membership)).toThrow(refusal);
});

const convoked = { state: 'CONVOKED', version: 1, year: 2026 } as const;
const open = { state: 'OPEN', version: 2 } as const;

test('a meeting is held on the day in Asia/Shanghai on which it opens', () => {
  const late = actAs('COMMITTEE_CLERK', new Date('2026-11-18T16:00:00Z'));
  expect(openedMeeting(late, convoked)).toEqual({ state: 'OPEN', openedAt: late.now, heldOn: '2026-11-19' });
});

test('it counts for the day on which it was held, though it be recorded later', () => {
  expect(openedMeeting(clerk, convoked, '2026-11-13')).toEqual({
    state: 'OPEN',
    openedAt: NOW,
    heldOn: '2026-11-13',
  });
  expect(openedMeeting(clerk, convoked, '2026-01-01').heldOn).toBe('2026-01-01');
});

test.each([
  ['2026-11-19', '晚于今天（2026-11-18）'],
  [
    '2025-12-31',
    '早于编号之年（召集时随 scheduledAt）的首日 2026-01-01。请填 2026-01-01 至 2026-11-18 的日期',
  ],
])('a meeting with a number of 2026 was not held on %s', (heldOn, words) => {
  expect(() => openedMeeting(clerk, convoked, heldOn)).toThrow(`input.heldOn: ${heldOn} ${words}`);
});

test('it closes, a joint one when all have reported and been told', () => {
  expect(closingMeeting(clerk, open)(null)).toEqual({ state: 'CLOSED', closedAt: NOW });
  const exchange = { ...membership, reports: [], absences: ['大峪派出所'], notices: [] };
  expect(() => closingMeeting(clerk, open)(exchange)).toThrow('R03 notices');
  const notices = [{ content: '已完成', requirements: '报送' }];
  expect(closingMeeting(clerk, open)({ ...exchange, notices })).toMatchObject({ state: 'CLOSED' });
});

test('a monthly one closes when the seven centers have reported or are recorded as absent (R20)', () => {
  const [absent = '', ...others] = CENTER_TYPES.map(({ type }) => type as string);
  const close = closingMeeting(clerk, open);
  expect(close({ centerReports: others, centerAbsences: [absent] })).toMatchObject({ state: 'CLOSED' });
  expect(() => close({ centerReports: others, centerAbsences: [] })).toThrow('R20 reports');
});

test('one that is not open is refused before what was exchanged in it is known', () => {
  expect(() => closingMeeting(clerk, convoked)).toThrow(/closeMeeting/);
});

test('it is cancelled as long as it has not begun', () => {
  expect(cancelledMeeting(clerk, convoked, '并入')).toEqual({ state: 'CANCELLED', cancelReason: '并入' });
  expect(() => cancelledMeeting(clerk, open, '并入')).toThrow('OPEN');
});

test('minutes are a draft, then issued with a number', () => {
  const draft = draftedMinutes();
  expect(draft).toEqual({ state: 'DRAFT', number: null, issuedAt: null });
  expect(issuedMinutes(clerk, { ...draft, version: 1 }, { number: '纪要〔2026〕1号' })).toEqual({
    state: 'ISSUED',
    number: '纪要〔2026〕1号',
    issuedAt: NOW,
  });
});
