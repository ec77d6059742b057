import { actAs } from '../../test-support/act';
import {
  requireHeld,
  requireMeetingDay,
  requireStillConsulted,
  requireUndecided,
  requireUnitsOfDay,
} from './corrected-meeting';

const clerk = actAs('COMMITTEE_CLERK');
const MEETING = { number: '联席3号', year: 2026, heldOn: '2026-03-10', openedOn: '2026-03-12' };
const says = { zh: '纪要印发', en: 'Minutes were issued' };

test('a meeting is moved within the year of its number, up to the day on which it was recorded', () => {
  for (const heldOn of ['2026-01-01', '2026-03-12']) {
    expect(() => requireMeetingDay(clerk, { ...MEETING, heldOn }, [])).not.toThrow();
  }
});

test.each<[string, string, string]>([
  [
    'before the year of its number',
    '2025-12-31',
    'input.heldOn: 2025-12-31 早于编号联席3号之年的首日 2026-01-01',
  ],
  ['after it was recorded', '2026-03-13', 'input.heldOn: 2026-03-13 晚于今天（2026-03-12）'],
])('none is moved %s', (_, heldOn, refusal) => {
  expect(() => requireMeetingDay(clerk, { ...MEETING, heldOn }, [])).toThrow(refusal);
});

test.each<[object, string, string | undefined]>([
  [{ last: '2026-03-10' }, '2026-03-10', undefined],
  [{ last: '2026-03-09' }, '2026-03-10', '请填 2026-03-09 或以前的日期'],
  [{ first: '2026-03-11' }, '2026-03-10', '请填 2026-03-11 或以后的日期'],
  [{ first: '2026-03-01', last: '2026-03-05' }, '2026-03-10', '请填 2026-03-01 至 2026-03-05 的日期'],
  [{ first: '2026-03-01', last: '2026-03-10' }, '2026-03-10', undefined],
])('what rests on it allows some days: %j for %s', (span, heldOn, refusal) => {
  const move = () => requireMeetingDay(clerk, { ...MEETING, heldOn }, [{ says, ...span }]);
  if (refusal === undefined) expect(move).not.toThrow();
  else expect(move).toThrow(refusal);
});

test('a day is stated of a meeting that was held, and of no other', () => {
  expect(() => requireHeld(clerk, MEETING)).not.toThrow();
  expect(() => requireHeld(clerk, { ...MEETING, heldOn: null, openedOn: null })).not.toThrow();
  expect(() => requireHeld(clerk, { ...MEETING, openedOn: null })).toThrow(
    'input.heldOn: 会议联席3号尚未召开',
  );
  expect(() => requireHeld(clerk, { ...MEETING, heldOn: null })).toThrow('input.clear');
});

test('units at a meeting were member units on its day', () => {
  expect(() => requireUnitsOfDay(clerk, '2026-03-10', [])).not.toThrow();
  expect(() => requireUnitsOfDay(clerk, '2026-03-10', ['大峪小学'])).toThrow(
    'input.heldOn: 大峪小学在 2026-03-10',
  );
});

test('a matter is corrected until the committee decides', () => {
  const matter = { title: '棚改', version: 2, state: 'DELIBERATED' };
  expect(() => requireUndecided(clerk, matter)).not.toThrow();
  expect(() => requireUndecided(clerk, { ...matter, state: 'DECIDED' })).toThrow('registerMajorMatter');
});

test.each<[number, number, number, boolean]>([
  [2, 2, 1, true],
  [2, 0, 0, true],
  [2, 2, 0, false],
  [0, 0, 0, false],
])(
  'a body of %i members and %i units, %i of them there, consulted: %s',
  (members, memberUnits, unitsPresent, could) => {
    const body = 'AREA_MANAGEMENT_COMMITTEE';
    const consult = () =>
      requireStillConsulted(clerk, { body, members, memberUnits, unitsPresent, field: 'attendance' });
    if (could) expect(consult).not.toThrow();
    else expect(consult).toThrow('input.attendance');
  },
);
