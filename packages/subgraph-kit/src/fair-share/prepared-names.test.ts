import { PreparedNames } from './prepared-names';

const ask = (names: PreparedNames, sql: string, times: number): (string | undefined)[] =>
  Array.from({ length: times }, () => names.nameOf(sql));

test('a statement has a name from its fourth use on, always the same', () => {
  const names = new PreparedNames();
  expect(ask(names, 'SELECT 1', 6)).toEqual([
    undefined,
    undefined,
    undefined,
    'query-1',
    'query-1',
    'query-1',
  ]);
  expect(ask(names, 'SELECT 2', 4)).toEqual([undefined, undefined, undefined, 'query-2']);
});

test('a name is never given to two texts, not even after it was taken away', () => {
  const names = new PreparedNames();
  ask(names, 'SELECT 1', 4);
  names.forget('SELECT 1');
  expect(ask(names, 'SELECT 1', 4)).toEqual([undefined, undefined, undefined, 'query-2']);
});

test('there are so many names and no more', () => {
  const names = new PreparedNames();
  const given = Array.from({ length: 300 }, (_, i) => ask(names, `SELECT ${i}`, 4).at(-1));
  expect(new Set(given.filter((name) => name !== undefined)).size).toBe(200);
  expect(names.nameOf('SELECT 0')).toBe('query-1');
});
