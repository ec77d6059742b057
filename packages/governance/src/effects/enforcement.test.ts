import { actAs } from '../../test-support/act';
import {
  actionFollowedUp,
  grantedMandate,
  joinedTeam,
  leftTeam,
  recordedAction,
  revokedMandate,
} from './enforcement';

const officer = actAs('DEPARTMENT_OFFICER');
const head = actAs('CENTER_HEAD');
const GRANT = {
  departmentCode: 'PUBLIC_SECURITY',
  kinds: ['SAFETY_HAZARD', 'SAFETY_HAZARD'],
  fromOn: '2026-03-01',
  untilOn: '2026-12-31',
  documentNumber: '公委〔2026〕1号',
  documentTitle: '执法委托书',
} as const;
const mandate = { ...grantedMandate(officer, GRANT), id: 'm', version: 1 };
const REVOCATION = { revokedOn: '2026-11-18', revocationDocument: '公委〔2026〕2号' };

test('a mandate is granted for some time and revoked once, by a document', () => {
  expect(mandate).toMatchObject({ kinds: ['SAFETY_HAZARD'], revokedOn: null, revocationDocument: null });
  expect(revokedMandate(officer, mandate, REVOCATION)).toEqual(REVOCATION);
  expect(() => grantedMandate(officer, { ...GRANT, untilOn: '2026-02-28' })).toThrow('input.untilOn');
  const revoke =
    (change: object, of: object = {}) =>
    () =>
      revokedMandate(officer, { ...mandate, ...of }, { ...REVOCATION, ...change });
  expect(revoke({ revokedOn: '2026-11-19' })).toThrow('input.revokedOn');
  expect(revoke({ revokedOn: '2026-02-28' })).toThrow('input.revokedOn');
  expect(revoke({}, { revokedOn: '2026-11-01' })).toThrow('state');
});

const MEMBER = { personName: '李警官', unit: '大峪派出所', departmentCode: 'PUBLIC_SECURITY' };
const member = { ...joinedTeam(head, { ...MEMBER, sinceOn: '2026-03-01' }), id: 'p', version: 1 };

test('a person joins a team and leaves it, neither in the future', () => {
  expect(member.untilOn).toBeNull();
  expect(leftTeam(head, member, '2026-11-18')).toEqual({ untilOn: '2026-11-18' });
  expect(() => joinedTeam(head, { sinceOn: '2026-11-19' })).toThrow('input.sinceOn');
  expect(() => leftTeam(head, member, '2026-11-19')).toThrow('input.untilOn');
  expect(() => leftTeam(head, member, '2026-02-28')).toThrow('input.untilOn');
  expect(() => leftTeam(head, { ...member, untilOn: '2026-04-01' }, '2026-05-01')).toThrow('state');
});

const ACTION = {
  day: '2026-11-17',
  kind: 'SAFETY_HAZARD',
  mandate,
  members: [member],
  memberIds: ['p'],
} as const;

test('an action is recorded with those who were in the team on its day', () => {
  expect(recordedAction(head, ACTION)).toEqual({
    day: '2026-11-17',
    kind: 'SAFETY_HAZARD',
    mandateId: 'm',
    followUpOrderId: null,
  });
  const record = (change: object) => () => recordedAction(head, { ...ACTION, ...change });
  expect(record({ day: '2026-11-19' })).toThrow('input.day');
  expect(record({ mandate: null })).toThrow('R33 mandateId');
  expect(record({ members: [{ ...member, untilOn: '2026-11-16' }] })).toThrow('R33 teamId');
  expect(record({ members: [{ ...member, sinceOn: '2026-11-18' }] })).toThrow('R33 teamId');
  expect(record({ memberIds: ['p', 'q'] })).toThrow('input.memberIds.1');
});

test('one order follows from an action, and after it', () => {
  const action = { day: '2026-11-17', followUpOrderId: null, version: 1 };
  const order = { id: 'o', number: 'DAYU-2026-0001', createdAt: new Date('2026-11-16T16:00:00Z') };
  expect(actionFollowedUp(head, action, order)).toEqual({ followUpOrderId: 'o' });
  const early = { ...order, createdAt: new Date('2026-11-16T15:59:59Z') };
  expect(() => actionFollowedUp(head, action, early)).toThrow('input.workOrderId');
  expect(() => actionFollowedUp(head, { ...action, followUpOrderId: 'x' }, order)).toThrow('state');
});
