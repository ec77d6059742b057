import { LITERALS } from '../bind';
import { VISITS } from '../test-support/visits';
import { writeCursor } from './cursor';
import { parseOrder, totalOrder } from './order';
import { rowsSql } from './rows-query';

const orders = (order: string): readonly string[] => {
  const terms = parseOrder(VISITS, order).map((term) => ({ ...term, absentIsLeast: true }));
  const page = { dataset: VISITS, select: VISITS.columns, order: terms, limit: 2 };
  return rowsSql(page, ['DAYU'], LITERALS).match(/ORDER BY [^)\n]+?(?= LIMIT|\)|\n|$)/g) ?? [];
};

test('wherever absent values come, each part of a page has the order of the indexes', () => {
  const [asIndexed, asAsked] = ['ORDER BY "persons", "id"', 'ORDER BY "persons" NULLS FIRST, "id"'];
  expect(orders('persons')).toEqual([asIndexed, asIndexed, asAsked, asAsked]);
  expect(orders('persons desc')[0]).toBe('ORDER BY "persons" DESC, "id"');
  // What is never absent is in one part, as before.
  expect(orders('position')).toEqual(Array.from({ length: 3 }, () => 'ORDER BY "position", "id"'));
});

test('a cursor of the other place is refused', () => {
  const order = totalOrder(VISITS, parseOrder(VISITS, 'persons'));
  const after = writeCursor('visits', order, ['1', '00000000-0000-7000-8000-000000000001']);
  const page = { dataset: VISITS, select: VISITS.columns, after, limit: 2 };
  expect(rowsSql({ ...page, order }, ['DAYU'], LITERALS)).toContain('"persons" >=');
  const other = order.map((term) => ({ ...term, absentIsLeast: true }));
  expect(() => rowsSql({ ...page, order: other }, ['DAYU'], LITERALS)).toThrow('the cursor is not of');
});
