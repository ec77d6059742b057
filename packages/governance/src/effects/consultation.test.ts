import { actAs, NOW } from '../../test-support/act';
import { centerName } from '../vocabulary/center-type';
import {
  agreedJointAction,
  confirmedConsultation,
  endedJointAction,
  endedLink,
  followedUpConclusion,
  linkedDepartment,
  recordedConsultation,
  requireBeforeFollowUps,
} from './consultation';

const head = actAs('CENTER_HEAD');
const officer = actAs('DEPARTMENT_OFFICER');
const dispatcher = actAs('DISPATCHER');
const link = { since: '2026-01-01', until: null, version: 1 };
const reason = '职能调整';

test('two are linked once at a time, and again after the end', () => {
  expect(linkedDepartment(head, '2026-11-18', [])).toEqual({
    since: '2026-11-18',
    until: null,
    endReason: null,
  });
  expect(() => linkedDepartment(head, '2026-11-18', [link])).toThrow('input.since');
  const ended = { since: '2026-01-01', until: '2026-06-30' };
  expect(() => linkedDepartment(head, '2026-06-30', [ended])).toThrow('input.since');
  expect(linkedDepartment(head, '2026-07-01', [ended])).toMatchObject({ since: '2026-07-01' });
  expect(() => linkedDepartment(head, '2026-11-19', [])).toThrow('input.since');
});

test('a link ends once, with a last day that has come', () => {
  const until = '2026-11-18';
  expect(endedLink(head, link, { until, reason })).toEqual({ until, endReason: reason });
  expect(() => endedLink(head, link, { until: '2026-11-19', reason })).toThrow('input.until');
  expect(() => endedLink(head, link, { until: '2026-10-31', reason })).toThrow('本月首日 2026-11-01');
  expect(endedLink(head, link, { until: '2026-11-01', reason }).until).toBe('2026-11-01');
  const later = { ...link, since: '2026-11-10' };
  expect(() => endedLink(head, later, { until: '2026-11-09', reason })).toThrow('2026-11-10');
  expect(() => endedLink(head, { ...link, until }, { until, reason })).toThrow('linkDepartment');
});

test('a consultation belongs to the month of its day, and the department confirms it once', () => {
  const record = { consultedOn: '2026-10-31', participants: ['王敏'], matters: '走访', link };
  expect(recordedConsultation(head, record)).toMatchObject({
    state: 'RECORDED',
    month: '2026-10',
    confirmedAt: null,
  });
  expect(() => recordedConsultation(head, { ...record, matters: null })).toThrow('R18 matters');
  expect(confirmedConsultation(officer, { state: 'RECORDED', version: 1 })).toEqual({
    state: 'CONFIRMED',
    confirmedAt: NOW,
    confirmedBy: officer.actor.subject,
  });
  expect(() => confirmedConsultation(officer, { state: 'CONFIRMED', version: 2 })).toThrow('CONFIRMED');
});

test('a conclusion becomes one item, of the same center', () => {
  const open = { weeklyItemId: null, minutesItemId: null, version: 1 };
  const weekly = { weeklyItemId: 'w', minutesItemId: null };
  const named = (code: string) => ({ code, name: centerName(code) });
  const days = { consultedOn: '2026-11-10', itemRecordedOn: '2026-11-10' };
  const same = { center: named('HEALTH'), itemCenter: named('HEALTH'), ...days };
  expect(followedUpConclusion(head, open, weekly, same)).toEqual({ ...weekly, followedUpAt: NOW });
  const minutes = { weeklyItemId: null, minutesItemId: 'm' };
  expect(followedUpConclusion(head, open, minutes, { ...same, itemCenter: null })).toMatchObject(minutes);
  const other = { ...same, itemCenter: named('CIVIL_AFFAIRS') };
  expect(() => followedUpConclusion(head, open, weekly, other)).toThrow(
    'input.weeklyItemId: 该项属于另一中心（街道事务处理服务中心）。请引用会商中心（街道健康服务中心）的事项',
  );
  const earlier = { ...same, itemRecordedOn: '2026-11-09' };
  expect(() => followedUpConclusion(head, open, weekly, earlier)).toThrow('input.weeklyItemId: 该项登记于');
  expect(() => followedUpConclusion(head, open, minutes, earlier)).toThrow('input.minutesItemId: 该项登记于');
  expect(() => followedUpConclusion(head, open, { ...weekly, ...minutes, weeklyItemId: 'w' }, same)).toThrow(
    'input.minutesItemId',
  );
  expect(() => followedUpConclusion(head, open, open, same)).toThrow('input.weeklyItemId');
  expect(() => followedUpConclusion(head, { ...open, ...weekly }, minutes, same)).toThrow('state');
});

const CALL = {
  callerCenter: 'HEALTH',
  callerDepartment: null,
  calleeCenter: null,
  calleeDepartment: 'JUSTICE',
  content: '突发事件',
};
const DRAFT = {
  agreedOn: '2026-11-18',
  procedure: '先报后到',
  centerCodes: ['HEALTH'],
  departmentCodes: ['JUSTICE'],
  calls: [CALL],
};

test('a joint action says who calls whom, among its parties', () => {
  expect(agreedJointAction(dispatcher, DRAFT)).toMatchObject({ agreedOn: '2026-11-18', until: null });
  expect(() => agreedJointAction(dispatcher, { ...DRAFT, calls: [] })).toThrow('R18 calls');
  const stranger = { ...CALL, calleeDepartment: 'CIVIL_AFFAIRS' };
  expect(() => agreedJointAction(dispatcher, { ...DRAFT, calls: [stranger] })).toThrow(
    'R18 calls.0.calleeCenter',
  );
  const both = { ...CALL, callerDepartment: 'JUSTICE' };
  expect(() => agreedJointAction(dispatcher, { ...DRAFT, calls: [both] })).toThrow(
    'R18 calls.0.callerCenter',
  );
  const mute = { ...CALL, content: ' ' };
  const alone = { ...CALL, calleeCenter: 'HEALTH', calleeDepartment: null };
  expect(() => agreedJointAction(dispatcher, { ...DRAFT, calls: [alone] })).toThrow('呼叫方与被呼叫方相同');
  expect(() => agreedJointAction(dispatcher, { ...DRAFT, calls: [mute] })).toThrow('R18 calls.0.content');
});

test('a joint action ends once', () => {
  const action = { agreedOn: '2026-01-01', until: null, version: 1 };
  expect(endedJointAction(dispatcher, action, '2026-11-18')).toEqual({ until: '2026-11-18' });
  expect(() => endedJointAction(dispatcher, action, '2025-12-31')).toThrow('input.until');
  const ended = { ...action, until: '2026-06-30' };
  expect(() => endedJointAction(dispatcher, ended, '2026-11-18')).toThrow('agreeJointAction');
});

test('a corrected consultation comes before the items that its conclusions became', () => {
  expect(() => requireBeforeFollowUps(dispatcher, '2026-03-05', [])).not.toThrow();
  expect(() => requireBeforeFollowUps(dispatcher, '2026-03-05', ['2026-03-06', '2026-03-05'])).not.toThrow();
  expect(() => requireBeforeFollowUps(dispatcher, '2026-03-06', ['2026-03-09', '2026-03-05'])).toThrow(
    'input.consultedOn: 其结论所转成的事项登记于 2026-03-05',
  );
});
