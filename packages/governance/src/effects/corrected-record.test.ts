import { actAs } from '../../test-support/act';
import {
  requireAuthor,
  requireItemAsDecided,
  requireRecordedAfter,
  requireReporter,
} from './corrected-record';
import { requireAction } from './enforcement-action';

const staff = actAs('CENTER_STAFF');
const head = actAs('CENTER_HEAD');
const clerk = actAs('COMMITTEE_CLERK');
const dispatcher = actAs('DISPATCHER');

test('a record is corrected by its author or the head, and by no colleague', () => {
  expect(() => requireAuthor(staff, 'CENTER_STAFF:1', 'visitRecordId')).not.toThrow();
  expect(() => requireAuthor(head, 'CENTER_STAFF:1', 'visitRecordId')).not.toThrow();
  expect(() => requireAuthor(staff, 'colleague', 'visitRecordId')).toThrow('input.visitRecordId');
});

test('what was recorded had happened', () => {
  expect(() => requireRecordedAfter(staff, 'day', '2026-03-10', '2026-03-10')).not.toThrow();
  expect(() => requireRecordedAfter(staff, 'day', '2026-03-11', '2026-03-10')).toThrow('input.day');
});

test.each([
  ['the head of the center', head, 'clerk', true],
  ['the person who recorded it', clerk, 'COMMITTEE_CLERK:1', true],
  ['another clerk', clerk, 'another', false],
  ['a clerk, where the center recorded it itself', clerk, null, false],
  ['the dispatcher, for another center', dispatcher, null, false],
] as const)('a report recorded for a head and %s: %s', (_, act, recordedBy, may) => {
  const correct = () => requireReporter(act, { centerCode: 'HEALTH', recordedBy }, 'GENERAL_AFFAIRS');
  if (may) expect(correct).not.toThrow();
  else expect(correct).toThrow('input.centerReportId');
});

test('the dispatcher speaks for the own center', () => {
  const report = { centerCode: 'GENERAL_AFFAIRS', recordedBy: null };
  expect(() => requireReporter(dispatcher, report, 'GENERAL_AFFAIRS')).not.toThrow();
});

/** Center of the dispatcher. */
const OWN = 'GENERAL_AFFAIRS';
const ITEM = {
  state: 'PROPOSED',
  version: 1,
  title: '义诊',
  content: '三处',
  centerCode: 'HEALTH',
  communityCodes: ['A'],
  remark: null,
} as const;
const PASSED = { ...ITEM, state: 'PASSED' } as const;

test('an item is corrected until the meeting decides, and its remark after that', () => {
  expect(() => requireItemAsDecided(head, ITEM, { ...ITEM, communityCodes: ['B'] }, OWN)).not.toThrow();
  expect(() => requireItemAsDecided(dispatcher, PASSED, { ...PASSED, remark: '同意' }, OWN)).not.toThrow();
});

test.each<[string, () => void, string]>([
  [
    'other words',
    () => requireItemAsDecided(head, PASSED, { ...PASSED, title: '新' }, OWN),
    'proposeWeeklyItem',
  ],
  [
    'another community',
    () => requireItemAsDecided(head, PASSED, { ...PASSED, communityCodes: ['B'] }, OWN),
    'R22',
  ],
  [
    'a remark by the head',
    () => requireItemAsDecided(head, PASSED, { ...PASSED, remark: 'x' }, OWN),
    'input.remark',
  ],
  [
    'words of the dispatcher, where another center proposed it',
    () => requireItemAsDecided(dispatcher, ITEM, { ...ITEM, content: '四处' }, OWN),
    'input.weeklyItemId',
  ],
  [
    'a remark too early',
    () => requireItemAsDecided(dispatcher, ITEM, { ...ITEM, remark: 'x' }, OWN),
    'input.remark',
  ],
])('an item does not get %s', (_, correct, refusal) => {
  expect(correct).toThrow(refusal);
});

const ACTION = {
  day: '2026-03-10',
  kind: 'ILLEGAL_CONSTRUCTION',
  mandate: {
    kinds: ['ILLEGAL_CONSTRUCTION'],
    fromOn: '2026-01-01',
    untilOn: '2026-12-31',
    revokedOn: null,
    departmentCode: 'URBAN',
    documentNumber: '委托1号',
  },
  recordedOn: '2026-03-12',
  members: [
    { id: 'a', personName: '甲', departmentCode: 'URBAN', sinceOn: '2026-02-01', untilOn: null },
    { id: 'b', personName: '乙', departmentCode: null, sinceOn: '2026-03-01', untilOn: '2026-03-11' },
  ],
  memberIds: ['a', 'b'],
  found: '占道搭建',
  outcome: '当场拆除',
  followedOn: '2026-03-11',
} as const;

test('an action lies within a mandate and a team of its day (R33)', () => {
  expect(() => requireAction(head, ACTION)).not.toThrow();
});

test.each<[string, object, string]>([
  ['after it was recorded', { day: '2026-03-13' }, 'input.day: 2026-03-13 晚于登记日期 2026-03-12'],
  ['with one text for both', { outcome: '占道搭建' }, 'input.outcome'],
  ['on a day without the mandate', { day: '2025-12-31' }, 'R33'],
  ['of a kind beyond the mandate', { kind: 'FIRE_SAFETY' }, 'R33'],
  ['on a day before a participant joined', { day: '2026-02-20' }, 'input.day: 参加行动的乙'],
  ['after the order that follows', { day: '2026-03-11', followedOn: '2026-03-10' }, 'input.day: 后续派单'],
])('none lies %s', (_, change, refusal) => {
  expect(() => requireAction(head, { ...ACTION, ...change })).toThrow(refusal);
});
