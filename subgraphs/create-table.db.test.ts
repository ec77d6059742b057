import { createTableSql, WORK_ROW_COLUMNS } from '@mtg/commands';
import { STREET_TABLES } from '@mtg/street';
import { createDataSource, migrate, schemaDrift } from '@mtg/subgraph-kit';
import type { DataSource } from 'typeorm';
import { definition } from './dayu/src';
import { createTestDatabase, type TestDatabase } from '../tests/support/test-database';

let store: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  store = await createTestDatabase();
  database = await createDataSource({ ...definition, url: store.url }).initialize();
  await migrate(database);
});
afterAll(async () => {
  await database.destroy();
  await store.drop();
});

test('the statement of a declaration makes the table that the declaration wants', async () => {
  const names = STREET_TABLES.tables.map(({ table }) => table.sqlName);
  await store.query('DROP VIEW IF EXISTS trace_node, trace_edge CASCADE');
  await store.query(`DROP TABLE ${names.join(', ')} CASCADE`);
  for (const { table } of STREET_TABLES.inLoadOrder) {
    // oxlint-disable-next-line no-template-curly-in-string
    await store.query(createTableSql(table).replace('${WORK_ROW_COLUMNS}', WORK_ROW_COLUMNS));
  }
  // Constraints that a declaration states by name are for the migration's author to add.
  const drift = await schemaDrift(database);
  expect(drift.filter((query) => !query.includes(' ADD CONSTRAINT '))).toEqual([]);
});
