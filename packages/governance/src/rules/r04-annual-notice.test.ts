import { chinese, fieldsOf } from '../../test-support/violations';
import { r04 } from './r04-annual-notice';

const memberUnits = [
  { id: '1', name: '大峪派出所' },
  { id: '2', name: '大峪工商所' },
];
const to = (...addressees: string[]) => ({ addressees });
const AFTER = '2027-01-01';

test.each([
  ['a notice to all', AFTER, [to('1', '2')]],
  ['a notice to all and others', AFTER, [to('2', '3', '1')]],
  ['a supplement to those left out', AFTER, [to('1'), to('2')]],
  ['none yet, the year running', '2026-12-31', []],
])('kept by %s', (_, today, notices) => {
  expect(r04.check({ year: '2026', today, memberUnits, notices })).toEqual([]);
});

test.each([
  ['no notice', [], '没有向成员单位作年度通报'],
  ['a notice without recipients', [to()], '没有发至：大峪派出所、大峪工商所'],
  ['a unit left out', [to('1')], '没有发至：大峪工商所'],
  ['a unit left out each time', [to('1'), to('1', '3')], '没有发至：大峪工商所'],
])('broken by %s', (_, notices, text) => {
  const violations = r04.check({ year: '2026', today: AFTER, memberUnits, notices });
  expect(fieldsOf(r04, violations)).toEqual(['notices']);
  expect(chinese(violations)).toContain(text);
});

test.each(['26', '2026-Q1', ''])('%j is not a year', (year) => {
  expect(fieldsOf(r04, r04.check({ year, today: AFTER, memberUnits, notices: [] }))).toEqual(['year']);
});
