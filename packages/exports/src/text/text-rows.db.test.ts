import type { Readable } from 'node:stream';
import { Client } from 'pg';
import copyStreams from 'pg-copy-streams';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { copyBinary } from '../rows/copy-statements';
import type { FileColumn } from '../rows/file-columns';
import { csvValue, jsonValue } from '../rows/file-values';
import { csvRows } from './csv-rows';
import { jsonRows } from './json-rows';

const TYPES = [
  'text',
  'uuid',
  'boolean',
  'int',
  'bigint',
  'double precision',
  'date',
  'timestamptz',
  'text[]',
] as const;
const COLUMNS = TYPES.map((sql): FileColumn => ({
  name: sql.replaceAll(/\W/g, '_'),
  sql,
  zh: '',
  en: '',
  isSure: false,
}));

/** Values at the edges of their types, and texts that have to be quoted or escaped. */
const ROWS = `SELECT texts.value AS text, ('0198c0de-0000-7000-8fff-' || lpad(to_hex(n * 977), 12, '0'))::uuid AS uuid, n % 2 = 0 AS boolean,
    ((n - 9) * 214748364)::int AS int, (n - 9) * 1024819115206086200::bigint AS bigint, (n - 9) / 7.0::double precision AS double_precision,
    date '2024-02-28' + (n * 367)::int - 3000 AS date, timestamptz '1999-12-31 15:59:59.9+00' + n * interval '400 days 7:13:01.000120' AS timestamptz,
    ARRAY[texts.value, 'x', NULL] AS text__
  FROM unnest(ARRAY[NULL, '', ' ', 'a,b', 'a"b', '"', E'a\\nb', E'\\r', E'\\\\', E'\\t\\b\\f\\x01\\x1f', '中文 𠮷', '=1', '-', repeat('长"', 300)])
    WITH ORDINALITY AS texts(value, n)
  UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL`;

let store: TestDatabase;
let client: Client;
beforeAll(async () => {
  store = await createTestDatabase();
  client = new Client({ connectionString: store.url });
  await client.connect();
  await client.query(`SET TIME ZONE '<+08>-08'`);
});
afterAll(async () => {
  await client.end();
  await store.drop();
});

const copied = (statement: string): Readable => client.query(copyStreams.to(statement));

async function textOf(bytes: AsyncIterable<unknown>): Promise<string> {
  const chunks: Uint8Array[] = [];
  // Streams of bytes.
  for await (const chunk of bytes as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

test('lines of CSV are those that PostgreSQL writes, but for true, false, times and lists', async () => {
  const own = await textOf(csvRows(copied(copyBinary(ROWS, COLUMNS, csvValue)), COLUMNS, false));
  const peer = await textOf(
    copied(`COPY (SELECT text, uuid, "boolean"::text, "int", "bigint", double_precision, date,
        replace(timestamptz::text, ' ', 'T') || ':00', array_to_string(text__, '; ') FROM (${ROWS}) AS row) TO STDOUT WITH (FORMAT csv)`),
  );
  expect(own).toBe(peer);
});

test('objects of JSON are those that PostgreSQL writes', async () => {
  const own = await textOf(jsonRows(copied(copyBinary(ROWS, COLUMNS, jsonValue)), COLUMNS));
  const peer = await textOf(
    copied(
      `COPY (SELECT row_to_json(row) FROM (${ROWS}) AS row) TO STDOUT WITH (FORMAT csv, QUOTE E'\\x05', DELIMITER E'\\x02')`,
    ),
  );
  expect(own).toBe(peer);
});

test('what begins a formula gets an apostrophe, and numbers do not', async () => {
  const own = await textOf(csvRows(copied(copyBinary(ROWS, COLUMNS, csvValue)), COLUMNS, true));
  const peer = await textOf(csvRows(copied(copyBinary(ROWS, COLUMNS, csvValue)), COLUMNS, false));
  const lines = own.split('\n').filter((line, index) => line !== peer.split('\n')[index]);
  expect(lines.map((line) => line.slice(0, 3))).toEqual(['"\'\r', "'\t\b", "'=1", "'-,"]);
});
