import {
  createDataSource,
  loadReferenceSets,
  migrate,
  schemaDrift,
  type SubgraphDefinition,
} from '@mtg/subgraph-kit';
import type { DataSource } from 'typeorm';
import { DEFINITIONS } from '../tests/support/definitions';
import { createTestDatabase, type TestDatabase } from '../tests/support/test-database';

const KEPT = ['schema_migration'];

describe.each(DEFINITIONS)('$name', (definition: SubgraphDefinition) => {
  let store: TestDatabase;
  let database: DataSource;
  beforeAll(async () => {
    store = await createTestDatabase();
    database = await createDataSource({ ...definition, url: store.url }).initialize();
  });
  afterAll(async () => {
    await database.destroy();
    await store.drop();
  });

  const tables = async () =>
    (await store.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`)).map(
      ({ tablename }) => tablename,
    );

  test('migrations up, down with data in it, and up again; entities agree with them', async () => {
    expect(await migrate(database)).toHaveLength(definition.migrations.length);
    expect(await schemaDrift(database)).toEqual([]);
    const first = await tables();
    expect(first.length).toBeGreaterThan(KEPT.length);
    await loadReferenceSets(database, definition.referenceSets());

    for (const _ of definition.migrations) await database.undoLastMigration();
    expect(await tables()).toEqual(KEPT);

    expect(await migrate(database)).toHaveLength(definition.migrations.length);
    expect(await tables()).toEqual(first);
    expect(await schemaDrift(database)).toEqual([]);
  });

  test('reference data load, and a second start changes nothing', async () => {
    const sets = definition.referenceSets();
    const first = [...(await loadReferenceSets(database, sets)).values()];
    expect(first.map(({ inserted }) => inserted)).toEqual(sets.map(({ rows }) => rows.length));
    const second = [...(await loadReferenceSets(database, definition.referenceSets())).values()];
    expect(second).toEqual(sets.map(({ rows }) => ({ inserted: 0, updated: 0, unchanged: rows.length })));
  });
});
