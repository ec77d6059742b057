import { actAs } from '../../test-support/act';
import { grantedMandate, joinedTeam, leftTeam, revokedMandate } from './enforcement';
import { actionFollowedUp, recordedAction } from './enforcement-action';

const officer = actAs('DEPARTMENT_OFFICER');
const head = actAs('CENTER_HEAD');
const GRANT = {
  departmentCode: 'PUBLIC_SECURITY',
  kinds: ['SAFETY_HAZARD', 'SAFETY_HAZARD'],
  fromOn: '2026-03-01',
  untilOn: '2026-12-31',
  documentNumber: '公委〔2026〕1号',
  documentTitle: '执法委托书',
  documentDate: '2026-03-01',
} as const;
const mandate = { ...grantedMandate(officer, GRANT), id: 'm', version: 1 };
const REVOCATION = {
  revokedOn: '2026-11-18',
  revocationDocument: '公委〔2026〕2号',
  revocationDate: '2026-11-17',
  lastActionOn: null,
};

test('a mandate is granted for some time and revoked once, by a document', () => {
  expect(mandate).toMatchObject({ kinds: ['SAFETY_HAZARD'], revokedOn: null, revocationDocument: null });
  const { lastActionOn: _, ...revoked } = REVOCATION;
  expect(revokedMandate(officer, mandate, REVOCATION)).toEqual(revoked);
  expect(() => grantedMandate(officer, { ...GRANT, untilOn: '2026-02-28' })).toThrow('input.untilOn');
  const revoke =
    (change: object, of: object = {}) =>
    () =>
      revokedMandate(officer, { ...mandate, ...of }, { ...REVOCATION, ...change });
  expect(revoke({ revokedOn: '2026-11-19' })).toThrow('input.revokedOn');
  expect(revoke({ revokedOn: '2026-02-28' })).toThrow('input.revokedOn');
  expect(revoke({}, { revokedOn: '2026-11-01' })).toThrow('state');
});

test.each<[string, object, string | null]>([
  ['of its first day', { documentDate: '2026-03-01' }, null],
  ['before it', { documentDate: '2026-02-27' }, null],
  ['of today, for days to come', { documentDate: '2026-11-18', fromOn: '2026-12-01' }, null],
  ['after its first day', { documentDate: '2026-03-02' }, '2026-03-02 晚于委托的首日 2026-03-01'],
  ['of a day to come', { documentDate: '2026-11-19', fromOn: '2026-12-01' }, '2026-11-19 晚于今天'],
])('a mandate rests on a document %s', (_, change, refusal) => {
  const grant = () => grantedMandate(officer, { ...GRANT, ...change });
  if (refusal === null) expect(grant()).toMatchObject(change);
  else expect(grant).toThrow(refusal);
});

test.each<[string, string, string | null, string | null]>([
  ['of the day on which it takes effect', '2026-11-18', '2026-03-01', null],
  ['of the day of the mandate', '2026-03-01', '2026-03-01', null],
  [
    'after it takes effect',
    '2026-11-19',
    '2026-03-01',
    'input.revocationDate: 撤销文件的日期 2026-11-19 晚于',
  ],
  ['before the mandate', '2026-02-28', '2026-03-01', 'input.revocationDate: 撤销文件的日期 2026-02-28 早于'],
  ['before an early mandate without a date', '2026-02-28', null, null],
])('a mandate is revoked by a document %s', (_, revocationDate, documentDate, refusal) => {
  const revoke = () =>
    revokedMandate(officer, { ...mandate, documentDate }, { ...REVOCATION, revocationDate });
  if (refusal === null) expect(revoke()).toMatchObject({ revocationDate });
  else expect(revoke).toThrow(refusal);
});

test.each<[string, string, string | null]>([
  ['the day after the last action', '2026-11-17', null],
  ['the day of the last action', '2026-11-18', 'input.revokedOn: 2026-11-18 已依据该委托登记执法行动'],
  ['a day before it', '2026-11-20', 'input.revokedOn: 2026-11-20 已依据该委托登记执法行动'],
])('a revocation from %s', (_, lastActionOn, refusal) => {
  const revoke = () => revokedMandate(officer, mandate, { ...REVOCATION, lastActionOn });
  if (refusal === null) expect(revoke()).toMatchObject({ revokedOn: '2026-11-18' });
  else expect(revoke).toThrow(refusal);
});

const MEMBER = { personName: '李警官', unit: '大峪派出所', departmentCode: 'PUBLIC_SECURITY' };
const member = { ...joinedTeam(head, { ...MEMBER, sinceOn: '2026-03-01' }), id: 'p', version: 1 };

test('a person joins a team and leaves it, neither in the future', () => {
  expect(member.untilOn).toBeNull();
  expect(leftTeam(head, member, '2026-11-18', null)).toEqual({ untilOn: '2026-11-18' });
  expect(leftTeam(head, member, '2026-11-17', '2026-11-17')).toEqual({ untilOn: '2026-11-17' });
  expect(() => leftTeam(head, member, '2026-11-16', '2026-11-17')).toThrow('input.untilOn: 2026-11-17');
  expect(() => joinedTeam(head, { sinceOn: '2026-11-19' })).toThrow('input.sinceOn');
  expect(() => leftTeam(head, member, '2026-11-19', null)).toThrow('input.untilOn');
  expect(() => leftTeam(head, member, '2026-02-28', null)).toThrow('input.untilOn');
  expect(() => leftTeam(head, { ...member, untilOn: '2026-04-01' }, '2026-05-01', null)).toThrow('state');
});

const ACTION = {
  day: '2026-11-17',
  kind: 'SAFETY_HAZARD',
  mandate,
  members: [member],
  memberIds: ['p'],
  found: '消防通道堵塞',
  outcome: '责令整改',
} as const;

test('an action is recorded with those who were in the team on its day', () => {
  expect(recordedAction(head, ACTION)).toEqual({
    day: '2026-11-17',
    kind: 'SAFETY_HAZARD',
    mandateId: 'm',
    found: '消防通道堵塞',
    outcome: '责令整改',
    followUpOrderId: null,
  });
  const record = (change: object) => () => recordedAction(head, { ...ACTION, ...change });
  expect(record({ day: '2026-11-19' })).toThrow('input.day');
  expect(record({ mandate: null })).toThrow('R33 mandateId');
  expect(record({ members: [{ ...member, untilOn: '2026-11-16' }] })).toThrow('R33 teamId');
  expect(record({ members: [{ ...member, sinceOn: '2026-11-18' }] })).toThrow('R33 teamId');
  expect(record({ outcome: ' 消防通道堵塞' })).toThrow('input.outcome: 处理结果与发现的情况是同一段文字');
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
