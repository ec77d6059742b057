/** A warehouse with copies of one street, for benches of what is read from it. */
import { createRequire } from 'node:module';
import { isDeclared } from '../packages/commands/dist/index.js';
import { Catalogue, datasetsOf, storedFactsOf, viewsFor } from '../packages/datasets/dist/index.js';
import { snakeCase } from '../packages/subgraph-kit/dist/index.js';

const load = createRequire(import.meta.url);
const entitiesOf = (name) => load(`../subgraphs/${name}`).definition.entities;
const SOURCES = [
  { schema: 'dayu', code: 'DAYU', title: '大峪街道' },
  { schema: 'district', code: 'DISTRICT', title: '门头沟区' },
];
const FEED = 'feed_position';
const catalogue = new Catalogue({ street: entitiesOf('dayu'), district: entitiesOf('district') });

export const datasets = datasetsOf(catalogue);

/** Makes the copies, the views over them, and work orders. */
export async function fillWarehouse(client, orders) {
  const facts = storedFactsOf(catalogue);
  const sources = [];
  for (const source of SOURCES) {
    await client.query(`CREATE SCHEMA ${source.schema}`);
    const tables = new Map();
    const shared = [...new Set(entitiesOf(source.schema))].filter(isDeclared);
    for (const { table } of shared.filter((each) => each.table.shared.length > 0)) {
      const stored = facts.find((each) => each.table === table.sqlName)?.columns ?? [];
      const columns = [
        ...table.shared.map((property) => [snakeCase(property), table.readable.get(property).sql]),
        ...stored.map(({ name, type }) => [name, type]),
        [FEED, 'bigint NOT NULL'],
      ];
      const listed = columns.map(([name, type]) => `${name} ${type}${name === 'id' ? ' PRIMARY KEY' : ''}`);
      const name = `${source.schema}.${table.sqlName}`;
      await client.query(`CREATE TABLE ${name} (${listed.join(', ')}); CREATE INDEX ON ${name} (${FEED})`);
      tables.set(table.sqlName, new Set(columns.map(([column]) => column)));
    }
    sources.push({ ...source, feed: FEED, tables });
  }
  await client.query('CREATE SCHEMA bi');
  for (const { name, select } of viewsFor(datasets, sources)) {
    await client.query(`CREATE VIEW bi.${name} AS ${select}`);
  }
  await client.query(`
    CREATE VIEW bi.freshness AS SELECT 'DAYU'::text AS street, 'FOLLOWING'::text AS state, now() AS fresh_at, 0 AS age_seconds,
      ${orders}::bigint AS position, NULL::text AS problem_zh, NULL::text AS problem_en, 0 AS place;
    CREATE TABLE bi.removed_rows (street text, table_name text, id uuid, position bigint);
    INSERT INTO dayu.functional_center (id, code, name, number, type, feed_position)
      VALUES (uuidv7(), 'HEALTH', '街道健康服务中心', 2, 'HEALTH', 1);
    INSERT INTO dayu.project (id, number, title, community_codes, feed_position)
      SELECT uuidv7(), 'DAYU-P-2026-' || n, '健康街区 ' || n, '{110109001001}', n FROM generate_series(1, 200) AS n;
    INSERT INTO dayu.work_order (id, number, state, source, center_code, year, version, sample, created_at, updated_at, submitted_at,
        closed_at, deadline, original_deadline, project_id, feed_position)
      SELECT uuidv7(), 'DAYU-2026-' || n, 'CLOSED', 'DELEGATION', 'HEALTH', 2026, 3, false, at, at + interval '9 days', at + interval '7 days',
        at + interval '8 days', at::date + 10, at::date + 10, (SELECT id FROM dayu.project WHERE feed_position = 1 + n % 200), n
      FROM (SELECT n, timestamptz '2026-01-01 01:00+00' + n * interval '1 minute' AS at FROM generate_series(1, ${orders}) AS n) AS made;
    ANALYZE`);
}
