import {
  assert,
  asyncProperty,
  constantFrom,
  oneof,
  string,
  tuple,
  letrec,
  type Arbitrary,
} from 'fast-check';
import {
  NotOffered,
  LITERALS,
  parseFilter,
  Parameters,
  QueryProblem,
  rowsSql,
  type Binder,
} from '@mtg/dataset-query';
import { Client } from 'pg';
import { runsOf } from '../../../tests/support/runs';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { VISITS, VISITS_VIEW, digits } from '../../dataset-query/src/test-support/visits';
import { byId, startOData, type ODataServer } from './test-support/odata-server';

let store: TestDatabase;
let server: ODataServer;
let client: Client;
beforeAll(async () => {
  store = await createTestDatabase();
  await store.query(VISITS_VIEW);
  server = await startOData(store, [VISITS]);
  client = new Client({ connectionString: store.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await server.stop();
  await store.drop();
});

/** Words of the language, right and wrong ones, so that many filters are nearly right. */
const atom: Arbitrary<string> = oneof(
  constantFrom(...VISITS.columns.map(({ name }) => name), 'secret', 'null', 'true', 'now()'),
  constantFrom(
    '0',
    '-4',
    '2.5',
    '1e308',
    '1e-999',
    '99999999999999999999',
    "''",
    "'it''s'",
    "'𠮷'",
    "'%'",
    "'",
  ),
  constantFrom('2026-02-01', '2026-02-30', '0001-01-01', '9999-12-31', '2026-02-01T00:00:00Z'),
  constantFrom("guid'x'", '00000000-0000-7000-8000-000000000003', "'ROUTINE'"),
  string({ maxLength: 4, unit: 'grapheme' }),
);

const { operand } = letrec<{ operand: string }>((tie) => ({
  operand: oneof(
    { depthSize: 'small' },
    atom,
    tuple(
      constantFrom(
        ...'tolower toupper trim length year month day hour minute second date round floor ceiling sleep'.split(
          ' ',
        ),
      ),
      tie('operand'),
    ).map(([name, of]) => `${name}(${of})`),
    tuple(
      constantFrom('contains', 'startswith', 'endswith', 'indexof', 'concat'),
      tie('operand'),
      tie('operand'),
    ).map(([name, a, b]) => `${name}(${a},${b})`),
  ),
}));

const { filter } = letrec<{ filter: string }>((tie) => ({
  filter: oneof(
    { depthSize: 'small' },
    operand,
    tuple(operand, constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge', 'has'), operand).map((parts) =>
      parts.join(' '),
    ),
    tuple(operand, atom, atom).map(([of, a, b]) => `${of} in (${a},${b})`),
    tuple(tie('filter'), constantFrom('and', 'or'), tie('filter')).map(
      ([a, word, b]) => `(${a}) ${word} (${b})`,
    ),
    tie('filter').map((a) => `not (${a})`),
  ),
}));

/** The ids that the statement gives; else the status of a part that is not offered, of a wrong filter, or of one that PostgreSQL cannot compute. */
async function bySql(text: string, binder: Binder = new Parameters()): Promise<string | 400 | 501> {
  try {
    const query = { dataset: VISITS, select: VISITS.columns, filter: parseFilter(text), order: [] };
    const { rows } = await client.query<Record<string, unknown>>(
      rowsSql(query, [], binder),
      binder instanceof Parameters ? binder.values : [],
    );
    return digits(rows);
  } catch (error) {
    if (error instanceof NotOffered) return 501;
    if (error instanceof QueryProblem || (error instanceof Error && /^(?:22|54)/.test(codeOf(error))))
      return 400;
    throw error;
  }
}

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');

test('any filter is refused, or answered by the rows that it gives in SQL', async () => {
  await assert(
    asyncProperty(filter, async (text) => {
      const expected = await bySql(text);
      // Files have values in the statement, where nothing may end a literal.
      expect([text, await bySql(text, LITERALS)]).toEqual([text, expected]);
      const { status, body } = await server.get(`/odata/visits?$filter=${encodeURIComponent(text)}`);
      const isRefused = typeof expected === 'number';
      expect([text, status]).toEqual([text, isRefused ? expected : 200]);
      if (!isRefused) expect(digits(byId(body.value))).toBe(expected);
    }),
    { numRuns: runsOf(250) },
  );
});

test('no option of any text makes the service fail', async () => {
  const option = constantFrom(
    ...'filter select orderby top skip count search apply format skiptoken deltatoken'.split(' '),
  );
  await assert(
    asyncProperty(option, oneof(filter, string({ unit: 'grapheme' })), async (name, text) => {
      const { status } = await server.get(`/odata/visits?$${name}=${encodeURIComponent(text)}`);
      expect([200, 400, 406, 410, 501]).toContain(status);
    }),
    { numRuns: runsOf(150) },
  );
});
