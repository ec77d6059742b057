import { workCalendarOf } from '../time/work-calendar';
import { actAs } from '../../test-support/act';
import { linkedMonthOf, requireNextMonth } from './next-month';

const head = actAs('CENTER_HEAD');
const REPORT = { centerCode: 'HEALTH', meetingKind: 'MONTHLY_PROGRESS', heldOn: '2026-10-30' } as const;
const ITEM = {
  centerCode: 'HEALTH',
  period: '2026-11',
  state: 'ADOPTED',
  isAmended: false,
  isLinked: false,
  field: 'planItemIds.0',
} as const;

test.each([
  ['in its last working week', '2026-10-30', '2026-11'],
  ['in the days of that week that are in the next month', '2026-12-02', '2026-12'],
  ['on the last day of that week', '2026-12-06', '2026-12'],
  ['after that week', '2026-12-07', '2027-01'],
  ['in a February', '2027-02-26', '2027-03'],
  ['at the end of a year', '2026-12-31', '2027-01'],
])('a meeting %s links up the month that follows', (_, day, month) => {
  expect(linkedMonthOf(day)).toBe(month);
});

test('holidays move the last working week, and with it the month', () => {
  const holidays = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'];
  const calendar = workCalendarOf(holidays.map((day) => [day, 'HOLIDAY']));
  // The last working week of November ends on the 22nd, so that December has begun for the meeting.
  expect(linkedMonthOf('2026-12-01', calendar)).toBe('2027-01');
  expect(linkedMonthOf('2026-12-01')).toBe('2026-12');
});

test('a report is linked to items of the plan for the next month', () => {
  expect(() => requireNextMonth(head, REPORT, [ITEM])).not.toThrow();
});

test.each<[string, object]>([
  ['another center', { centerCode: 'CIVIL_AFFAIRS' }],
  ['the month of the meeting', { period: '2026-10' }],
  ['the year', { period: '2026' }],
  ['a draft', { state: 'DRAFT' }],
  ['a plan that was amended', { isAmended: true }],
  ['an item that it has', { isLinked: true }],
])('a report is not linked to an item of %s', (_, change) => {
  const other = { ...ITEM, ...change, field: 'planItemIds.1' };
  expect(() => requireNextMonth(head, REPORT, [ITEM, other])).toThrow('input.planItemIds.1');
});

test('a weekly report is linked to no plan', () => {
  const weekly = { ...REPORT, meetingKind: 'WEEKLY' } as const;
  expect(() => requireNextMonth(head, weekly, [ITEM])).toThrow('input.centerReportId');
});
