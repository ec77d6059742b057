import { STREET_TABLES } from '../../../packages/street/src/street-tables';
import { LEFT, NEVER } from '../../support/correctable-columns';
import { OF_STREET } from '../../support/policy-walk';

/** Fields of a correction's input that are no columns. */
const ASKED = new Set(['expectedVersion', 'reason', 'clear']);

/** Columns that a command corrects, by the table: what its input has beside the row, its version and the reason. */
/** Columns have the names of the inputs, but for one that is the correction’s. */
const correctedIn = (table: string, input: string): readonly string[] => {
  const type = OF_STREET.get(`correct${table}`);
  return Object.keys(type?.getFields() ?? {})
    .filter((name) => name !== input && !ASKED.has(name))
    .map((name) => (name === 'rightReason' ? 'reason' : name));
};
const TABLES = STREET_TABLES.tables
  .map(({ table }) => table)
  .filter((table) => !table.name.endsWith('Correction'));

test('every table says which columns are corrected, and why others are not', () => {
  expect(Object.keys(LEFT).toSorted()).toEqual(TABLES.map(({ name }) => name).toSorted());
});

test.each(TABLES)(
  '$name: what is corrected are columns of it, with a place that keeps the old value',
  (table) => {
    const fields = correctedIn(table.name, table.input);
    expect(fields.filter((field) => !(field in table.columns) || field in NEVER)).toEqual([]);
    const kept = STREET_TABLES.tables.some((each) => each.table.name === `${table.name}Correction`);
    // Issued minutes are corrected by documents.
    expect(kept).toBe(fields.length > 0 || table.name === 'Minutes');
    const left = Object.keys(table.columns).filter((name) => !fields.includes(name) && !(name in NEVER));
    // A table of which all is corrected says so, and no other.
    expect(LEFT[table.name as keyof typeof LEFT] === 'all of it is corrected').toBe(left.length === 0);
  },
);

test('every correction of the schema belongs to a table', () => {
  const commands = [...OF_STREET.keys()].filter((name) => name.startsWith('correct'));
  expect(commands.toSorted()).toEqual(
    TABLES.filter(({ name, input }) => correctedIn(name, input).length > 0)
      .map(({ name }) => `correct${name}`)
      .toSorted(),
  );
  expect(commands.length).toBeGreaterThan(4);
});
