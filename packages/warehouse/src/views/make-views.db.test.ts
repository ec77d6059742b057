import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { FEED_COLUMN } from '../mirror/mirrored-table';
import { createSchema } from '../mirror/mirrored-table';
import { WAREHOUSE_MIGRATIONS } from '../migrations';
import { makeViews, type ViewsOver } from './make-views';

const SOURCES = [
  { name: 'dayu', code: 'DAYU', title: '大峪街道' },
  { name: 'chengzi', code: 'CHENGZI', title: '城子街道' },
  { name: 'district', code: 'DISTRICT', title: '门头沟区' },
];

let warehouse: TestDatabase;
let client: Client;

/** A copy with one table, of one row. */
async function copy(schema: string): Promise<void> {
  await warehouse.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  await warehouse.query(createSchema(schema, [], 1n));
  await warehouse.query(
    `CREATE TABLE ${schema}.section (id uuid DEFAULT uuidv7(), name text, ${FEED_COLUMN} bigint DEFAULT 1)`,
  );
  await warehouse.query(`INSERT INTO ${schema}.section (name) VALUES ('${schema}')`);
}

const sectionsOver: ViewsOver = (sources) => [
  {
    name: 'sections',
    select: sources
      .map(({ name, code }) => `SELECT '${code}'::text AS street, name FROM ${name}.section`)
      .join(' UNION ALL '),
    comments: [],
  },
];

beforeAll(async () => {
  warehouse = await createTestDatabase();
  // A migration needs nothing of a runner but its `query`.
  for (const Migration of WAREHOUSE_MIGRATIONS) await new Migration().up({ query: warehouse.query } as never);
  for (const { name } of SOURCES) await copy(name);
  client = new Client({ connectionString: warehouse.url });
  await client.connect();
  await make();
});
afterAll(async () => {
  await client.end();
  await warehouse.drop();
});

const make = () => makeViews(client, SOURCES, sectionsOver, [], 300);

/** Identifiers of the views by their schemas: a view that was recreated has another. */
async function views(): Promise<Readonly<Record<string, unknown>>> {
  const [row] = await warehouse.query(
    `SELECT jsonb_object_agg(nspname, pg_class.oid) AS oids FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE relname = 'sections'`,
  );
  return row?.['oids'] as Readonly<Record<string, unknown>>; // as jsonb_object_agg makes it
}

/** Schemas whose views are others than before. */
async function remade(before: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const now = await views();
  return Object.keys(now)
    .filter((schema) => now[schema] !== before[schema])
    .toSorted();
}

test('views that are as they should be stay', async () => {
  const before = await views();
  expect(Object.keys(before).toSorted()).toEqual(['bi', 'bi_chengzi', 'bi_dayu', 'bi_district']);
  await make();
  expect(await remade(before)).toEqual([]);
});

test('a new copy of a street leaves the views of the other streets as they are', async () => {
  const before = await views();
  await copy('dayu');
  await make();
  expect(await remade(before)).toEqual(['bi', 'bi_dayu']);
  expect(await warehouse.query('SELECT name FROM bi_dayu.sections ORDER BY name')).toEqual([
    { name: 'dayu' },
    { name: 'district' },
  ]);
});

test('a new copy of the district makes the views of every street again, since they read it', async () => {
  const before = await views();
  await copy('district');
  await make();
  expect(await remade(before)).toEqual(['bi', 'bi_chengzi', 'bi_dayu', 'bi_district']);
});

test('a view of a street that is gone comes again', async () => {
  await warehouse.query('DROP VIEW bi_chengzi.sections');
  const before = await views();
  await make();
  expect(await remade(before)).toEqual(['bi_chengzi']);
});
