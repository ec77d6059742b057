import { chinese, fieldsOf } from '../../test-support/violations';
import { r02 } from './r02-quarterly-joint-meeting';

const quarter = '2026-Q3';
const held = (...days: string[]) => days.map((heldOn) => ({ heldOn }));

test.each([
  ['a meeting on the first day', '2026-10-01', held('2026-07-01')],
  ['a meeting on the last day', '2026-10-01', held('2026-09-30')],
  ['two meetings', '2027-01-01', held('2026-07-15', '2026-09-01')],
  ['no meeting yet, the quarter running', '2026-08-01', held()],
  ['no meeting yet on its last day', '2026-09-30', held()],
  ['a quarter to come', '2026-01-01', held()],
])('kept by %s', (_, today, heldJointMeetings) => {
  expect(r02.check({ quarter, today, heldJointMeetings })).toEqual([]);
});

test.each([
  ['no meeting, the day after', '2026-10-01', held()],
  ['no meeting, long after', '2027-06-01', held()],
  ['meetings of the quarters around', '2026-10-01', held('2026-06-30', '2026-10-01')],
  ['the same quarter of another year', '2026-10-01', held('2025-08-01')],
])('broken by %s', (_, today, heldJointMeetings) => {
  const violations = r02.check({ quarter, today, heldJointMeetings });
  expect(fieldsOf(r02, violations)).toEqual(['heldJointMeetings']);
  expect(chinese(violations)).toContain('2026年第三季度');
});

test.each(['2026-Q5', '2026-07', '2026', 'Q3', ''])('%j is not a quarter', (text) => {
  const facts = { quarter: text, today: '2026-10-01', heldJointMeetings: [] };
  expect(fieldsOf(r02, r02.check(facts))).toEqual(['quarter']);
});
