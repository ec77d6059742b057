import { datasets } from '../../../tests/support/bi-database';
import { englishUnit } from './model/units';

test('each unit has an English name', () => {
  const units = new Set(
    datasets.flatMap(({ columns, measures }) =>
      [...columns, ...measures].flatMap(({ unit }) => (unit === undefined ? [] : [unit])),
    ),
  );
  expect(units.size).toBeGreaterThan(4);
  expect([...units].filter((unit) => englishUnit(unit) === undefined)).toEqual([]);
  expect(englishUnit(undefined)).toBeUndefined();
});
