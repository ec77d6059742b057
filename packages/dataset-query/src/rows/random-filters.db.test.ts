import {
  assert,
  asyncProperty,
  constantFrom,
  integer,
  letrec,
  oneof,
  tuple,
  type Arbitrary,
} from 'fast-check';
import { Client } from 'pg';
import { runsOf } from '../../../../tests/support/runs';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { Parameters } from '../bind';
import { parseFilter } from '../filter/parse-filter';
import { digits, VISITS, VISITS_VIEW } from '../test-support/visits';
import { parseOrder } from './order';
import { rowsSql } from './rows-query';

let store: TestDatabase;
let client: Client;
let rows: readonly Record<string, unknown>[];
beforeAll(async () => {
  store = await createTestDatabase();
  await store.query(VISITS_VIEW);
  client = new Client({ connectionString: store.url });
  await client.connect();
  const all = `SELECT id::text, persons, done, note, day::text AS day FROM bi.visits ORDER BY id`;
  rows = (await client.query<Record<string, unknown>>(all)).rows;
});
afterAll(async () => {
  await client.end();
  await store.drop();
});

/** A filter as text, and what it says of a row as OData 4.01 has it, worked out here without SQL. */
interface Judged {
  readonly text: string;
  readonly holds: (row: Record<string, unknown>) => boolean | null;
}

type Value = string | number | boolean;

const OPERATORS: Readonly<Record<string, (a: Value, b: Value) => boolean>> = {
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
};

const values: Readonly<Record<string, Arbitrary<Value>>> = {
  persons: integer({ min: -5, max: 8 }),
  note: constantFrom("it's", '', '100% _x', '中文 𠮷', 'z'),
  day: constantFrom('2025-12-31', '2026-02-01', '2026-02-28'),
};

const written = (value: Value): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

const comparison: Arbitrary<Judged> = constantFrom('persons', 'note', 'day').chain((column) =>
  tuple(
    constantFrom('eq', 'ne', ...(column === 'note' ? [] : Object.keys(OPERATORS))),
    values[column] ?? integer(),
  ).map(([operator, value]) => ({
    text: `${column} ${operator} ${written(value)}`,
    holds: (row) => {
      const own = row[column] as Value | null; // as the view has it
      if (operator === 'eq') return own === value;
      if (operator === 'ne') return own !== value;
      return own !== null && (OPERATORS[operator]?.(own, value) ?? false);
    },
  })),
);

const leaf: Arbitrary<Judged> = oneof(
  comparison,
  constantFrom<Judged>(
    { text: 'done', holds: ({ done }) => done as boolean | null }, // as the view has it
    { text: 'done eq null', holds: ({ done }) => done === null },
    { text: 'null ne note', holds: ({ note }) => note !== null },
    {
      text: "contains(note, 'x')",
      holds: ({ note }) => (typeof note === 'string' ? note.includes('x') : null),
    },
    { text: "note in ('z', '')", holds: ({ note }) => note === '' },
  ),
);

const { filter } = letrec<{ filter: Judged }>((tie) => ({
  filter: oneof(
    { depthSize: 'small' },
    leaf,
    tuple(tie('filter'), constantFrom('and', 'or'), tie('filter')).map(([a, word, b]): Judged => ({
      text: `(${a.text}) ${word} (${b.text})`,
      // The word's own answer decides, whatever the other is; else null does.
      holds: (row) => {
        const both = new Set([a.holds(row), b.holds(row)]);
        if (both.has(word === 'or')) return word === 'or';
        return both.has(null) ? null : word === 'and';
      },
    })),
    tie('filter').map((a): Judged => ({
      text: `not (${a.text})`,
      holds: (row) => {
        const held = a.holds(row);
        return held === null ? null : !held;
      },
    })),
  ),
}));

test('any filter leaves the rows that it describes', async () => {
  await assert(
    asyncProperty(filter, async ({ text, holds }) => {
      const parameters = new Parameters();
      const query = {
        dataset: VISITS,
        select: VISITS.columns,
        filter: parseFilter(text),
        order: parseOrder(VISITS, 'id'),
      };
      const found = await client.query<Record<string, unknown>>(
        rowsSql(query, [], parameters),
        parameters.values,
      );
      expect(digits(found.rows)).toBe(digits(rows.filter((row) => holds(row) === true)));
    }),
    { numRuns: runsOf(100) },
  );
});
