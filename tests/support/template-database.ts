import { createHash, randomUUID } from 'node:crypto';
import { fixedClock } from '@mtg/governance';
import { loadSample, type SampleSettings } from '@mtg/sample';
import { createLogger } from '@mtg/service-kit';
import { createDataSource, prepareDatabase, runtimeLogin, type SubgraphDefinition } from '@mtg/subgraph-kit';
import { STREETS } from '@mtg/subgraphs';
import { Client } from 'pg';
import { adminUrl, asAdministrator, testDatabase, type TestDatabase } from './test-database';

const silent = createLogger('test', 'silent');

/** The one role that serves from all copies; tests/support/start-postgres.cjs makes it. */
const RUNTIME = { username: 'test_runtime', password: 'test' };

/** The sample year that a database is created with, and the day on which it ends. */
export const SAMPLE_YEAR: SampleSettings = { scale: 1, seed: 1, until: '2026-11-23' };
export const SAMPLE_CLOCK = fixedClock(new Date('2026-11-23T02:00:00Z'));

/** Contents of a database besides what every start loads. */
export interface PreparedWith {
  /** True for a street that has the sample year. */
  readonly sample?: boolean | undefined;
}

/** Names of the templates that this worker has seen, by the migrations of their definition. */
const known = new Map<string, Promise<string>>();

/**
 * Creates a database in the state in which a subgraph serves: a copy of a template that the first test of the run
 * prepared. Its runtime role is every copy's, so a test that changes the role takes `createTestDatabase`.
 */
export async function createPreparedDatabase(
  definition: SubgraphDefinition,
  { sample = false }: PreparedWith = {},
): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(
    `CREATE DATABASE ${name} TEMPLATE ${await templateOf(definition, sample)} STRATEGY FILE_COPY`,
  );
  // A copy has the rights on its tables, and not those on the database itself.
  await asAdministrator(`REVOKE CREATE, TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
  await asAdministrator(`GRANT CONNECT ON DATABASE ${name} TO ${RUNTIME.username}`);
  return testDatabase(name, RUNTIME);
}

/** Name of the template, prepared by now. */
function templateOf(definition: SubgraphDefinition, sample: boolean): Promise<string> {
  const name = `template_${keyOf(definition)}${sample ? '_sample' : ''}`;
  const prepared =
    known.get(name) ??
    prepareTemplate(name, async (draft) => {
      if (!sample) {
        await asAdministrator(`CREATE DATABASE ${draft} TEMPLATE template0`);
        return prepare(testDatabase(draft, RUNTIME), definition);
      }
      await asAdministrator(`CREATE DATABASE ${draft} TEMPLATE ${await templateOf(definition, false)}`);
      return loadYear(testDatabase(draft, RUNTIME), definition);
    });
  known.set(name, prepared);
  return prepared;
}

/** Keys by definition: its reference sets are read from files each time that they are asked for. */
const keys = new WeakMap<SubgraphDefinition, string>();

const keyOf = (definition: SubgraphDefinition): string => {
  const key = keys.get(definition) ?? computeKey(definition);
  keys.set(definition, key);
  return key;
};

/** Of one run: the sources stay the same, so names tell definitions apart. */
function computeKey({ name, migrations, entities, referenceSets }: SubgraphDefinition): string {
  const parts = [migrations, entities].map((classes) => classes.map((each) => each.name));
  const sets = referenceSets().map((set) => [set.name, set.rows.length]);
  return createHash('sha256')
    .update(JSON.stringify([name, parts, sets]))
    .digest('hex')
    .slice(0, 16);
}

/** Prepares the template by `make` unless another worker has; the lock makes workers wait for each other. */
async function prepareTemplate(name: string, make: (draft: string) => Promise<void>): Promise<string> {
  const lock = new Client({ connectionString: adminUrl() });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await lock.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount !== 0) return name;
    const draft = `${name}_draft`;
    await lock.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await make(draft);
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

async function loadYear({ url }: TestDatabase, definition: SubgraphDefinition): Promise<void> {
  const street = STREETS.find(({ name }) => name === definition.name);
  if (!street) throw new Error(`${definition.name} is not a street`);
  const database = await createDataSource({ ...definition, url }).initialize();
  try {
    await loadSample({ ...street, database, clock: SAMPLE_CLOCK }, SAMPLE_YEAR, () => undefined);
  } finally {
    await database.destroy();
  }
}
