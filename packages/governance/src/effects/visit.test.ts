import { actAs } from '../../test-support/act';
import { plannedVisit, recordedVisit } from './visit';

const PLAN = {
  centerCode: 'HEALTH',
  communityCodes: ['110109001001'],
  day: '2026-11-18',
  people: ['CENTER_STAFF:1', 'CENTER_STAFF:1', 'CENTER_STAFF:2'],
  route: '一区至三区',
  actions: '查消防通道',
};
const staff = actAs('CENTER_STAFF');
const VISIT = {
  centerCode: 'HEALTH',
  communityCode: '110109001001',
  day: '2026-11-18',
  form: 'CALL',
  record: '走访三户',
  sentimentLogs: [{ topic: '停车', theme: '停车', text: '停车难' }],
  plan: PLAN,
} as const;

test('a plan names each of its people once', () => {
  const people = ['CENTER_STAFF:1', 'CENTER_STAFF:2'];
  expect(plannedVisit(actAs('CENTER_HEAD'), PLAN)).toEqual({ ...PLAN, people, importedAt: null });
});

test.each([
  ['without a route', { route: null }, 'R24 route'],
  ['for yesterday', { day: '2026-11-17' }, 'R24 day'],
])('none is planned %s', (_, change, refusal) => {
  expect(() => plannedVisit(staff, { ...PLAN, ...change })).toThrow(refusal);
});

test('a visit is recorded with its record and logs, all by the visitor', () => {
  const written = { centerCode: 'HEALTH', communityCode: '110109001001', authorSubject: 'CENTER_STAFF:1' };
  expect(recordedVisit(staff, VISIT)).toEqual({
    visit: {
      centerCode: 'HEALTH',
      communityCode: '110109001001',
      day: '2026-11-18',
      staffSubject: 'CENTER_STAFF:1',
      form: 'CALL',
    },
    record: { ...written, text: '走访三户' },
    sentimentLogs: [{ ...written, topic: '停车', theme: '停车', text: '停车难' }],
  });
});

test.each([
  ['of no form', staff, { form: null }, 'R24 form'],
  ['for tomorrow', staff, { day: '2026-11-19' }, 'input.day: 2026-11-19 晚于今天（2026-11-18）'],
  ['with a theme that the street lacks', staff, { themes: ['噪声'] }, 'input.sentimentLogs.0.theme: “停车”'],
  ['without a log', staff, { sentimentLogs: [] }, 'R24 sentimentLogs'],
  ['by another than was planned', actAs('CENTER_HEAD'), {}, 'R24 planId'],
])('none is recorded %s', (_, act, change, refusal) => {
  expect(() => recordedVisit(act, { ...VISIT, ...change })).toThrow(refusal);
});
