import { workCalendarOf } from '../time/work-calendar';
import { chinese, fieldsOf } from '../../test-support/violations';
import { r20, type MonthOfProgress } from './r20-monthly-progress';

const ALL = [
  'GENERAL_AFFAIRS',
  'HEALTH',
  'CULTURE_EDUCATION',
  'CIVIL_AFFAIRS',
  'URBAN_MANAGEMENT',
  'SOCIAL_MOBILIZATION',
  'PUBLIC_SECURITY',
];
const held = (...days: string[]) => days.map((heldOn) => ({ heldOn }));
const MONTH: MonthOfProgress = { progressMonth: '2026-11', today: '2026-12-07', closedMeetings: [] };

test.each([
  ['seven reports', ALL, []],
  ['six reports and an absence', ALL.slice(1), ['GENERAL_AFFAIRS']],
  ['a report of a local center too', [...ALL, 'SHIMENYING_NEW_AREA'], []],
])('a meeting closes with %s', (_, centerReports, centerAbsences) => {
  expect(r20.check({ centerReports, centerAbsences })).toEqual([]);
});

test('a meeting does not close without the seventh', () => {
  const found = r20.check({ centerReports: ALL.slice(1), centerAbsences: [] });
  expect(fieldsOf(r20, found)).toEqual(['reports']);
  expect(chinese(found)).toContain('街道事务综合管理中心');
});

const REPORT = { progress: '过半', difficulties: [{ content: '人手不足' }], nextMonth: '与卫健委对接' };

test.each([
  ['its three parts', {}],
  ['an explicit none for its difficulties', { difficulties: [] }],
])('a report is kept by %s', (_, change) => {
  expect(r20.check({ monthlyReport: { ...REPORT, ...change } })).toEqual([]);
});

test.each<[string, object, string[]]>([
  ['without the progress', { progress: ' ' }, ['progress']],
  ['with progress not in words', { progress: '100%' }, ['progress']],
  ['silent on difficulties', { difficulties: null }, ['difficulties']],
  ['with a blank difficulty', { difficulties: [{ content: '缺经费' }, {}] }, ['difficulties.1.content']],
  ['without next month’s links', { nextMonth: null }, ['nextMonth']],
  [
    'of nothing',
    { progress: null, difficulties: undefined, nextMonth: '' },
    ['progress', 'difficulties', 'nextMonth'],
  ],
])('a report %s breaks it, naming the part', (_, change, fields) => {
  expect(fieldsOf(r20, r20.check({ monthlyReport: { ...REPORT, ...change } }))).toEqual(fields);
});

const SOLVED = { solution: '增派两人', solvedOn: '2026-11-30', raisedOn: '2026-11-30', today: '2026-12-01' };

test.each<[string, object, string[]]>([
  ['on the day of the meeting', {}, []],
  ['today', { solvedOn: '2026-12-01' }, []],
  ['before it was reported', { solvedOn: '2026-11-29' }, ['solvedOn']],
  ['tomorrow', { solvedOn: '2026-12-02' }, ['solvedOn']],
  ['on no day', { solvedOn: null }, ['solvedOn']],
  ['without saying how', { solution: ' ' }, ['solution']],
  ['with a solution not in words', { solution: '3.' }, ['solution']],
])('a difficulty solved %s', (_, change, fields) => {
  expect(fieldsOf(r20, r20.check({ ...SOLVED, ...change }))).toEqual(fields);
});

test.each<[string, Partial<MonthOfProgress>]>([
  ['a meeting on the first day of its last week', { closedMeetings: held('2026-11-30') }],
  ['a meeting on the last day of that week, in the next month', { closedMeetings: held('2026-12-06') }],
  ['a week that lasts', { today: '2026-12-06' }],
  ['a month that lasts', { today: '2026-11-18' }],
])('a month is kept by %s', (_, change) => {
  expect(r20.check({ ...MONTH, ...change })).toEqual([]);
});

test.each<[string, Partial<MonthOfProgress>]>([
  ['no meeting', {}],
  ['a meeting in the week before', { closedMeetings: held('2026-11-29') }],
  ['a meeting in the week after', { closedMeetings: held('2026-12-07') }],
  ['the last week of a year', { progressMonth: '2026-12', today: '2027-01-04' }],
])('a month is broken by %s', (_, change) => {
  expect(fieldsOf(r20, r20.check({ ...MONTH, ...change }))).toEqual(['closedMeetings']);
});

test('the spring festival moves the last working week', () => {
  const calendar = workCalendarOf([
    ...['2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04'].map(
      (day) => [day, 'HOLIDAY'] as const,
    ),
    ...['2022-01-29', '2022-01-30'].map((day) => [day, 'WORKED'] as const),
  ]);
  const january = { progressMonth: '2022-01', today: '2022-01-31', closedMeetings: held('2022-01-28') };
  expect(r20.check({ ...january, calendar })).toEqual([]);
  expect(fieldsOf(r20, r20.check({ ...january, calendar, closedMeetings: [] }))).toEqual(['closedMeetings']);
  expect(r20.check({ ...january, closedMeetings: [] })).toEqual([]);
});

test('text that is no month is said to be none', () => {
  expect(fieldsOf(r20, r20.check({ ...MONTH, progressMonth: '2026-Q4' }))).toEqual(['month']);
});
