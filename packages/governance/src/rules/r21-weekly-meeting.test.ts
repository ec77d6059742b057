import { chinese, english, fieldsOf } from '../../test-support/violations';
import { CENTER_TYPES } from '../vocabulary/center-type';
import { r21, type WeeklyReport } from './r21-weekly-meeting';

const SIX = CENTER_TYPES.map(({ type }) => type as string).filter((type) => type !== 'GENERAL_AFFAIRS');
const report = (center: string, change: Partial<WeeklyReport> = {}): WeeklyReport => ({
  center,
  thisWeek: '已完成',
  nextWeek: '继续',
  communityMatters: '无',
  ...change,
});
const ALL = SIX.map((center) => report(center));
const without = (center: string) => ALL.filter((other) => other.center !== center);

const week = '2026-W53';
const AFTER = '2027-01-04';

test.each([
  ['a weekly meeting of the dispatcher', 'WEEKLY', 'DISPATCHER'],
  ['a joint meeting of another', 'JOINT', 'COMMITTEE_CLERK'],
])('kept by %s', (_, meetingKind, role) => {
  expect(r21.check({ meetingKind, role })).toEqual([]);
});

test.each(['STREET_LEADER', 'CENTER_HEAD', 'COMMITTEE_CLERK', ''])(
  'broken by a weekly meeting that %j convenes',
  (role) => {
    const violations = r21.check({ meetingKind: 'WEEKLY', role });
    expect(fieldsOf(r21, violations)).toEqual(['role']);
  },
);

test.each([
  ['six whole reports', AFTER, [{ heldOn: '2026-12-28', reports: ALL }]],
  ['a meeting on Sunday, in the new year', AFTER, [{ heldOn: '2027-01-03', reports: ALL }]],
  [
    'two meetings that complete each other',
    AFTER,
    [
      { heldOn: '2026-12-28', reports: ALL.slice(0, 3) },
      { heldOn: '2026-12-30', reports: ALL.slice(3) },
    ],
  ],
  [
    'a report of the seventh beside',
    AFTER,
    [{ heldOn: '2026-12-28', reports: [...ALL, report('GENERAL_AFFAIRS')] }],
  ],
  ['no meeting yet on Sunday', '2027-01-03', []],
])('a week keeps it by %s', (_, today, heldMeetings) => {
  expect(r21.check({ week, today, heldMeetings })).toEqual([]);
});

test.each([
  ['no meeting', []],
  ['one the Sunday before', [{ heldOn: '2026-12-27', reports: ALL }]],
  ['one the Monday after', [{ heldOn: '2027-01-04', reports: ALL }]],
])('a week breaks it by %s', (_, heldMeetings) => {
  expect(fieldsOf(r21, r21.check({ week, today: AFTER, heldMeetings }))).toEqual(['heldMeetings']);
});

test.each<[string, WeeklyReport[], string[]]>([
  ...SIX.map((center): [string, WeeklyReport[], string[]] => [
    `${center} silent`,
    without(center),
    [`（${center}）没有通报：本周工作完成情况、下周工作计划、需落实到社区的工作`],
  ]),
  [
    'a report without next week',
    [...without('HEALTH'), report('HEALTH', { nextWeek: ' ' })],
    ['（HEALTH）没有通报：下周工作计划。'],
  ],
  [
    'a report that leaves community matters blank',
    [...without('HEALTH'), report('HEALTH', { communityMatters: null })],
    ['（HEALTH）没有通报：需落实到社区的工作。'],
  ],
  ['no center reporting', [], SIX.map((center) => `（${center}）没有通报`)],
  ['a local center in place of one', [...without('HEALTH'), report('SHIMENYING')], ['（HEALTH）没有通报']],
])('a week breaks it by %s', (_, reports, texts) => {
  const violations = r21.check({ week, today: AFTER, heldMeetings: [{ heldOn: '2026-12-29', reports }] });
  expect(fieldsOf(r21, violations)).toEqual(texts.map(() => 'reports'));
  for (const text of texts) expect(chinese(violations)).toContain(text);
});

test('a report with its three parts keeps it, even where there is nothing', () => {
  expect(r21.check({ report: report('HEALTH', { communityMatters: '无' }) })).toEqual([]);
});

test.each(['thisWeek', 'nextWeek', 'communityMatters'])('a report without %s breaks it', (part) => {
  for (const nothing of [undefined, null, '', ' 　']) {
    const violations = r21.check({ report: report('HEALTH', { [part]: nothing }) });
    expect(fieldsOf(r21, violations)).toEqual([part]);
    expect(chinese(violations)).toContain(`（${part}）。请填写；没有内容也请写明。`);
    expect(english(violations)).toContain(`(${part}). Report it, and say so where there is nothing.`);
  }
});

test.each(['2026-W54', '2026-12', ''])('%j is not a week', (text) => {
  expect(fieldsOf(r21, r21.check({ week: text, today: AFTER, heldMeetings: [] }))).toEqual(['week']);
});

test.each([
  ['with the reports of all six', SIX, []],
  ['with a report, and the absence of the others', SIX.slice(0, 1), SIX.slice(1)],
  [
    'with a report of the seventh and of a center of the street’s own too',
    [...SIX, 'GENERAL_AFFAIRS', 'SHIMENYING'],
    [],
  ],
])('a meeting closes %s', (_, weeklyReports, weeklyAbsences) => {
  expect(r21.check({ weeklyReports, weeklyAbsences })).toEqual([]);
});

test.each([
  ['with nothing', [], [], '街道健康服务中心'],
  ['without one of the six', SIX.slice(1), [], '街道健康服务中心'],
  ['with the seventh alone', ['GENERAL_AFFAIRS'], SIX.slice(1), '街道健康服务中心'],
  ['when all six are absent', [], SIX, '全都缺席'],
  ['when all six are absent but the seventh', ['GENERAL_AFFAIRS'], SIX, '全都缺席'],
])('no meeting closes %s', (_, weeklyReports, weeklyAbsences, text) => {
  const violations = r21.check({ weeklyReports, weeklyAbsences });
  expect(fieldsOf(r21, violations)).toEqual(['reports']);
  expect(chinese(violations)).toContain(text);
});
