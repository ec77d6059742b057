import { createHash, randomUUID } from 'node:crypto';
import { createLogger } from '@mtg/service-kit';
import { createDataSource, prepareDatabase, runtimeLogin, type SubgraphDefinition } from '@mtg/subgraph-kit';
import { Client } from 'pg';
import { adminUrl, asAdministrator, testDatabase, type TestDatabase } from './test-database';

const silent = createLogger('test', 'silent');

/** The one role that serves from all copies; tests/support/start-postgres.cjs makes it. */
const RUNTIME = { username: 'test_runtime', password: 'test' };

/** Names of the templates that this worker has seen, by the migrations of their definition. */
const known = new Map<string, Promise<string>>();

/**
 * Creates a database in the state in which a subgraph serves: a copy of a template that the first test of the run
 * prepared. Its runtime role is every copy's, so a test that changes the role takes `createTestDatabase`.
 */
export async function createPreparedDatabase(definition: SubgraphDefinition): Promise<TestDatabase> {
  const key = keyOf(definition);
  const prepared = known.get(key) ?? prepareTemplate(`template_${key}`, definition);
  known.set(key, prepared);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(`CREATE DATABASE ${name} TEMPLATE ${await prepared} STRATEGY FILE_COPY`);
  // A copy has the rights on its tables, and not those on the database itself.
  await asAdministrator(`REVOKE CREATE, TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
  await asAdministrator(`GRANT CONNECT ON DATABASE ${name} TO ${RUNTIME.username}`);
  return testDatabase(name, RUNTIME);
}

/** Of one run: the sources stay the same, so names tell definitions apart. */
function keyOf({ name, migrations, entities, referenceSets }: SubgraphDefinition): string {
  const parts = [migrations, entities].map((classes) => classes.map((each) => each.name));
  const sets = referenceSets().map((set) => [set.name, set.rows.length]);
  return createHash('sha256')
    .update(JSON.stringify([name, parts, sets]))
    .digest('hex')
    .slice(0, 16);
}

/** Prepares the template unless another worker has; the lock makes workers wait for each other. */
async function prepareTemplate(name: string, definition: SubgraphDefinition): Promise<string> {
  const lock = new Client({ connectionString: adminUrl() });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await lock.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount !== 0) return name;
    const draft = `${name}_draft`;
    await lock.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await lock.query(`CREATE DATABASE ${draft} TEMPLATE template0`);
    await prepare(testDatabase(draft, RUNTIME), definition);
    await lock.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
    return name;
  } finally {
    await lock.end();
  }
}

async function prepare({ url, runtimeUrl }: TestDatabase, definition: SubgraphDefinition): Promise<void> {
  const owner = await createDataSource({ ...definition, url }).initialize();
  try {
    await prepareDatabase(owner, definition, runtimeLogin(runtimeUrl, undefined), { logger: silent });
  } finally {
    await owner.destroy();
  }
}
