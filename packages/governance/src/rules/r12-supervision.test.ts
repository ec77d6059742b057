import { english, fieldsOf } from '../../test-support/violations';
import { WorkOrderState } from '../state-machines/machines/work-order';
import { isOverdue, r12 } from './r12-supervision';

const today = '2026-11-18';
const order = (state: string, deadline: string, openSupervisions: number) => ({
  number: `派〔2026〕${state}`,
  state,
  deadline,
  openSupervisions,
});

const OPEN = ['ISSUED', 'ACCEPTED', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED'];

describe.each(OPEN)('an order that is %s', (state) => {
  test.each([
    ['due today', today, 0],
    ['due tomorrow', '2026-11-19', 0],
    ['overdue and supervised once', '2026-11-17', 1],
  ])('keeps it when %s', (_, deadline, openSupervisions) => {
    expect(r12.check({ today, orders: [order(state, deadline, openSupervisions)] })).toEqual([]);
  });

  test.each([
    ['overdue and not supervised', 0, 'Open a supervision'],
    ['overdue and supervised twice', 2, 'has 2 open supervisions'],
  ])('breaks it when %s', (_, openSupervisions, text) => {
    const violations = r12.check({ today, orders: [order(state, '2026-11-17', openSupervisions)] });
    expect(fieldsOf(r12, violations)).toEqual(['orders']);
    expect(english(violations)).toContain(text);
    expect(english(violations)).toContain(`派〔2026〕${state}`);
  });
});

test.each(Object.values(WorkOrderState).filter((state) => !OPEN.includes(state)))(
  'an order that is %s is not overdue, however late',
  (state) => {
    expect(isOverdue({ state, deadline: '2020-01-01' }, today)).toBe(false);
    expect(r12.check({ today, orders: [order(state, '2020-01-01', 0)] })).toEqual([]);
  },
);

test('each order is judged by itself', () => {
  const orders = [
    order('ISSUED', '2026-11-01', 0),
    order('CLOSED', '2026-11-01', 0),
    order('ACCEPTED', '2026-11-01', 3),
  ];
  expect(r12.check({ today, orders })).toHaveLength(2);
  expect(r12.check({ today, orders: [] })).toEqual([]);
});
