import { chinese, fieldsOf } from '../../test-support/violations';
import { planDueOn, r17 } from './r17-annual-and-monthly-plans';

const KEY_POINT = { kind: 'KEY_POINT', content: '慢性病随访' };
const INNOVATION = { kind: 'INNOVATION', content: '家庭医生进楼门' };
const center = '街道健康服务中心';
const plans = (...periods: string[]) => periods.map((period) => ({ period }));

test('a draft with key points and innovations keeps it', () => {
  expect(r17.check({ items: [KEY_POINT, INNOVATION, KEY_POINT] })).toEqual([]);
});

test.each<[string, readonly { kind: string; content?: string | null }[], string[]]>([
  ['nothing', [], ['items', 'items']],
  ['no innovation', [KEY_POINT], ['items']],
  ['no key point', [INNOVATION], ['items']],
  ['an empty item', [KEY_POINT, INNOVATION, { kind: 'KEY_POINT', content: ' ' }], ['items.2.content']],
  [
    'an item without words',
    [KEY_POINT, INNOVATION, { kind: 'KEY_POINT', content: '…' }],
    ['items.2.content'],
  ],
  ['an item without content', [{ kind: 'KEY_POINT' }, INNOVATION], ['items.0.content']],
])('a draft breaks it by %s', (_, items, fields) => {
  expect(fieldsOf(r17, r17.check({ items }))).toEqual(fields);
});

test.each([
  ['2026', '2026-03-31'],
  ['2026-01', '2026-01-01'],
  ['2026-11', '2026-11-01'],
  ['2026-Q1', undefined],
  ['2026-W47', undefined],
  ['2026-13', undefined],
])('the plan for %s is due on %s', (period, day) => {
  expect(planDueOn(period)).toBe(day);
});

test.each([
  ['the year, on the last day of March', '2026', '2026-03-31', plans()],
  ['the year, adopted', '2026', '2026-04-01', plans('2026')],
  ['a year to come', '2027', '2026-11-18', plans()],
  ['a month, on its first day', '2026-11', '2026-11-01', plans()],
  ['a month, adopted', '2026-11', '2026-11-02', plans('2026-10', '2026-11')],
  ['a month to come', '2026-12', '2026-11-30', plans()],
  ['the first month of a year, on its first day', '2027-01', '2027-01-01', plans()],
])('kept for %s', (_, planFor, today, adoptedPlans) => {
  expect(r17.check({ planFor, today, center, adoptedPlans })).toEqual([]);
});

test.each([
  ['the year, from April on', '2026', '2026-04-01', plans('2025', '2026-04'), '2026年'],
  ['a month, from its second day on', '2026-11', '2026-11-02', plans('2026', '2026-10'), '2026年11月'],
  ['the first month of a year', '2027-01', '2027-01-02', plans('2026', '2027'), '2027年1月'],
  ['a month in which the spring festival begins', '2026-02', '2026-02-02', plans('2026-01'), '2026年2月'],
])('broken for %s', (_, planFor, today, adoptedPlans, said) => {
  const found = r17.check({ planFor, today, center, adoptedPlans });
  expect(fieldsOf(r17, found)).toEqual(['adoptedPlans']);
  expect(chinese(found)).toContain(`${center}没有${said}的计划`);
});

test('a period that plans are not for is said to be none', () => {
  expect(
    fieldsOf(r17, r17.check({ planFor: '2026-Q1', today: '2026-06-01', center, adoptedPlans: [] })),
  ).toEqual(['month']);
});
