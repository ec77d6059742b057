import { loadSample, removeSample, type LoadContext } from '@mtg/sample';
import { createLogger } from '@mtg/service-kit';
import {
  createDataSource,
  prepareDatabase,
  runtimeLogin,
  type SubgraphDefinition,
  type WarehouseLogin,
} from '@mtg/subgraph-kit';
import { STREET_TABLES } from '@mtg/street';
import { startWarehouse, WAREHOUSE_MIGRATIONS, type RunningWarehouse } from '@mtg/warehouse';
import type { DataSource } from 'typeorm';
import { listBodies } from '../packages/street/src/deliberation/bodies/bodies';
import { query } from '../tests/startup/support/query';
import { datasets, facts } from '../tests/support/bi-database';
import { DEFINITIONS, STREET_MODULES } from '../tests/support/definitions';
import { createPreparedDatabase, SAMPLE_CLOCK, SAMPLE_YEAR } from '../tests/support/template-database';
import { adminUrl, createTestDatabase, type TestDatabase } from '../tests/support/test-database';
import { viewsOver } from './insight/src/views-over';
import { eventually } from '../tests/support/wait';

/** The street with a center of its own, and the district: between them all tables and extras. */
const STREET = STREET_MODULES.find(({ name }) => name === 'dongxinfang') ?? STREET_MODULES[0];
const silent = createLogger('test', 'silent');

interface Source {
  readonly name: string;
  readonly store: TestDatabase;
  readonly owner: DataSource;
  readonly login: WarehouseLogin;
  readonly definition: SubgraphDefinition;
}

let street: Source;
let district: Source;
let warehouse: TestDatabase;
let running: RunningWarehouse;
let context: LoadContext;

async function openSource(name: string, definition: SubgraphDefinition, sample: boolean): Promise<Source> {
  const store = await createPreparedDatabase(definition, { sample });
  const login = { role: `${store.name}_warehouse`, password: 'reads' };
  const owner = await createDataSource({ ...definition, url: store.url, unlimited: true }).initialize();
  const runtime = runtimeLogin(store.runtimeUrl, undefined);
  await prepareDatabase(owner, definition, runtime, { logger: silent }, login);
  return { name, store, owner, login, definition };
}

const readerUrl = ({ store, login }: Source): string =>
  Object.assign(new URL(store.url), { username: login.role, password: login.password }).toString();

beforeAll(async () => {
  const ofDistrict = DEFINITIONS.at(-1);
  if (!STREET || !ofDistrict) throw new Error('the list has neither street nor district');
  [street, district] = await Promise.all([
    openSource(STREET.name, STREET.definition, true),
    openSource('district', ofDistrict, false),
  ]);
  const { code, title } = STREET.listing;
  context = { database: street.owner, clock: SAMPLE_CLOCK, code, title };
  warehouse = await createTestDatabase();
  // A migration needs nothing of a runner but its `query`.
  for (const Migration of WAREHOUSE_MIGRATIONS) await new Migration().up({ query: warehouse.query } as never);
  running = await startWarehouse({
    databaseUrl: warehouse.url,
    sources: [
      { name: street.name, code, title, url: readerUrl(street) },
      { name: 'district', code: 'DISTRICT', title: '门头沟区', url: readerUrl(district) },
    ],
    facts,
    viewsOver: viewsOver(datasets),
    serving: [],
    checkMs: 100,
    logger: silent,
  });
});
afterAll(async () => {
  await running.stop();
  for (const { store, owner, login } of [street, district]) {
    await owner.destroy();
    // A server goes on for a moment with what a connection had asked for.
    await eventually(`the slot of ${store.name} is dropped`, () =>
      store
        .query(
          'SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE database = current_database()',
        )
        .then(
          () => true,
          () => false,
        ),
    );
    await store.drop();
    await query(adminUrl(), `DROP ROLE ${login.role}`);
  }
  await warehouse.drop();
});

/** Number of rows and a checksum over all that is shared of them, by table. */
async function checksums(
  { definition }: Source,
  of: (text: string) => ReturnType<TestDatabase['query']>,
  schema: string,
): Promise<Readonly<Record<string, unknown>>> {
  const tables = (definition.shared ?? []).map(
    ({ table, columns }) =>
      `SELECT '${table}' AS name, jsonb_build_array(count(*), md5(coalesce(string_agg(t::text, '|' ORDER BY id), ''))) AS sum FROM (SELECT ${columns.map((column) => `"${column}"`).join()} FROM ${schema}.${table}) t`,
  );
  const [row] = await of(
    `SELECT jsonb_object_agg(name, sum) AS sums FROM (${tables.join(' UNION ALL ')}) AS each`,
  );
  return row?.['sums'] as Readonly<Record<string, unknown>>; // as jsonb_object_agg makes it
}

async function expectSame(source: Source): Promise<void> {
  const there = await checksums(source, source.store.query, 'public');
  await eventually(`${source.name} is copied`, async () => {
    const here = await checksums(source, warehouse.query, source.name).catch(() => ({}));
    return JSON.stringify(here) === JSON.stringify(there);
  });
  // Says which table differs, and that something was compared.
  expect(await checksums(source, warehouse.query, source.name)).toEqual(there);
  expect(Object.keys(there).length).toBeGreaterThan(3);
}

const countOf = async (text: string): Promise<number> =>
  Number((await warehouse.query(`SELECT count(*) AS count FROM ${text}`))[0]?.['count']);

test('every row that a source shares is in the warehouse, with every column as it is there', async () => {
  await expectSame(street);
  await expectSame(district);
  expect(await countOf('bi.work_orders')).toBeGreaterThan(500);
  expect(await countOf('bi.centers')).toBe(8);
});

test('every dataset has the rows of its table', async () => {
  for (const { name, table, furtherTables, owner } of datasets.filter(({ rows }) => !rows)) {
    const schema = owner === 'DISTRICT' ? 'district' : street.name;
    const counts = await Promise.all([table, ...furtherTables].map((each) => countOf(`${schema}.${each}`)));
    const count = counts.reduce((sum, each) => sum + each, 0);
    expect([name, await countOf(`bi.${name}`)]).toEqual([name, count]);
    expect([name, await countOf(`bi_${schema}.${name}`)]).toEqual([name, count]);
  }
});

test('bodies, which no table holds, are those that the street answers', async () => {
  const bodies = await listBodies(street.owner, context);
  const expected = bodies.map(({ source, ...body }) => ({ ...body, citation: source.citation }));
  for (const schema of ['bi', `bi_${street.name}`]) {
    const rows = await warehouse.query(
      `SELECT code, kind, name, community_code AS "communityCode", head_position AS "headPosition", head_offices AS "headOffices",
         member_categories AS "memberCategories", citation FROM ${schema}.bodies ORDER BY community_code NULLS FIRST, code DESC`,
    );
    expect(rows).toEqual(expected);
  }
  expect(bodies.length).toBeGreaterThan(10);
  expect(
    await warehouse.query(
      `SELECT FROM bi.bodies WHERE community_code IS NOT NULL AND community_name IS NULL`,
    ),
  ).toEqual([]);
});

test('the body of a community comes, changes and goes with it', async () => {
  const [community] = await street.store.query(
    `INSERT INTO community (code, name, street_division_code, citation)
     SELECT street_division_code || '998', '村村委会', street_division_code, citation FROM community LIMIT 1 RETURNING id`,
  );
  const ofBody = `FROM bi.bodies WHERE id = '${String(community?.['id'])}'`;
  const body = async () => (await warehouse.query(`SELECT name, position ${ofBody}`))[0];
  await eventually('its body is there', async () => (await body()) !== undefined);
  const before = await body();
  expect(before?.['name']).toBe('村村委会社区大党委');
  await street.store.query(
    `UPDATE community SET name = '石厂村村委会' WHERE id = '${String(community?.['id'])}'`,
  );
  await eventually('it has the other name', async () => (await body())?.['name'] === '石厂村社区大党委');
  expect(BigInt(String((await body())?.['position']))).toBeGreaterThan(BigInt(String(before?.['position'])));
  await street.store.query(`DELETE FROM community WHERE id = '${String(community?.['id'])}'`);
  await eventually('it is gone', async () => (await body()) === undefined);
  expect(
    await countOf(`bi.removed_rows WHERE table_name = 'community' AND id = '${String(community?.['id'])}'`),
  ).toBe(1);
});

test('facts in the warehouse are those that the street computes', async () => {
  const { table } = STREET_TABLES.tables.find((each) => each.table.name === 'WorkOrder') ?? {};
  const derived = Object.entries(table?.derived ?? {});
  const names = derived.map(([property]) =>
    property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  );
  const live = derived.map(([, { expression }], at) => `${expression('o', () => 'now()')} AS ${names[at]}`);
  const sum = (list: string, from: string) =>
    `SELECT count(*), md5(string_agg(t::text, '|' ORDER BY id)) AS sum FROM (SELECT id, ${list} FROM ${from}) t`;
  expect(names).toContain('on_time');
  expect(await warehouse.query(sum(names.join(), 'bi.work_orders'))).toEqual(
    await street.store.query(sum(live.join(), 'work_order o')),
  );
});

test('removed sample data are gone, and known as removed to incremental readers', async () => {
  const before = await countOf('bi.work_orders');
  const [last] = await warehouse.query(`SELECT position FROM bi.freshness WHERE street = '${context.code}'`);
  await removeSample(context);
  await expectSame(street);
  expect(await countOf('bi.work_orders')).toBe(0);
  expect(
    await countOf(
      `bi.removed_rows WHERE table_name = 'work_order' AND position > ${String(last?.['position'])}`,
    ),
  ).toBe(before);
  await loadSample(context, SAMPLE_YEAR, () => undefined);
  await expectSame(street);
  expect(await countOf('bi.work_orders')).toBe(before);
});

test('a street that was prepared again is copied again, and the others go on', async () => {
  const { store, owner, definition, login } = street;
  const copied = async (code = context.code) =>
    (await warehouse.query(`SELECT copied_at FROM bi.freshness WHERE street = '${code}'`))[0];
  const before = await copied();
  const ofDistrict = await copied('DISTRICT');
  await store.query('DROP PUBLICATION shared');
  await store.query(`UPDATE section SET citation = citation || ' '`);
  await prepareDatabase(
    owner,
    definition,
    runtimeLogin(store.runtimeUrl, undefined),
    { logger: silent },
    login,
  );
  await eventually('copied again', async () => JSON.stringify(await copied()) !== JSON.stringify(before));
  await expectSame(street);
  await district.store.query(`UPDATE department SET citation = citation || ' '`);
  await expectSame(district);
  expect(await copied('DISTRICT')).toEqual(ofDistrict);
});
