import { createDataSource, migrate } from '@mtg/subgraph-kit';
import { createTestDatabase, type TestDatabase } from '../tests/support/test-database';
import { definition } from './dayu/src';

/** The first migration that dates records which guards keep as they are. */
const FIRST_DATED = '1700000092020';

/** Records by their table, and the column of the day that they get. */
const DAYS: Readonly<Record<string, string>> = {
  feedback_report: 'issued_on',
  preliminary_opinion: 'given_on',
  delegation: 'submitted_on',
  delegation_guidance: 'given_on',
  delegation_conclusion: 'happened_on',
};

/** A value of each type, for columns that must have one. */
const VALUES: Readonly<Record<string, string>> = {
  uuid: 'uuidv7()',
  text: `'甲'`,
  date: `date '2026-03-01'`,
  integer: '1',
  boolean: 'false',
  ARRAY: `'{甲}'`,
  'timestamp with time zone': `timestamptz '2026-03-02T23:30:00Z'`,
};

let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
});
afterAll(() => store.drop());

const migrateTo = async (isIncluded: (name: string) => boolean): Promise<void> => {
  const migrations = definition.migrations.filter(({ name }) => isIncluded(/\d+$/u.exec(name)?.[0] ?? ''));
  const database = await createDataSource({ ...definition, migrations, url: store.url }).initialize();
  try {
    await migrate(database);
  } finally {
    await database.destroy();
  }
};

/** Writes a record with a value in each column that must have one, past what checks and references ask for. */
async function record(table: string): Promise<void> {
  const columns = await store.query(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = '${table}' AND is_nullable = 'NO' AND column_default IS NULL AND is_generated = 'NEVER'`,
  );
  const checks = await store.query(
    `SELECT conname AS name FROM pg_constraint WHERE contype = 'c' AND conrelid = '${table}'::regclass`,
  );
  for (const { name } of checks) await store.query(`ALTER TABLE ${table} DROP CONSTRAINT "${String(name)}"`);
  const names = columns.map(({ name }) => String(name)).join();
  const values = columns.map(({ type }) => VALUES[String(type)] ?? 'NULL').join();
  await store.query(
    `SET session_replication_role = replica; INSERT INTO ${table} (${names}) VALUES (${values})`,
  );
}

test('records that stay as they are get the day of their recording', async () => {
  await migrateTo((name) => name < FIRST_DATED);
  for (const table of Object.keys(DAYS)) await record(table);
  await migrateTo(() => true);
  for (const [table, column] of Object.entries(DAYS)) {
    const days = await store.query(`SELECT ${column}::text AS day FROM ${table}`);
    expect([table, days]).toEqual([table, [{ day: '2026-03-03' }]]);
  }
});
