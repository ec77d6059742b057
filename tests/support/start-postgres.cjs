/**
 * One PostgreSQL for all tests of the `db` project, as `process.env.TEST_POSTGRES_URL` (administrator, database
 * `postgres`), and `process.env.TEST_POSTGRES_FOLDER` with room for clusters of a test's own. Each test file makes databases of its own on it. Uses the compiled supervisor: `npm run build` first.
 */
const { chmodSync, mkdtempSync } = require('node:fs');
const { join } = require('node:path');
const { Client } = require('pg');
const { startCluster } = require('../../packages/platform/dist');
const { dataParent } = require('./data-parent.cjs');

module.exports = async () => {
  const folder = mkdtempSync(join(dataParent(), 'mentougou-test-'));
  // As root the server runs as another user, who must be able to get there.
  chmodSync(folder, 0o755);
  const cluster = await startCluster({
    name: 'test',
    directory: join(folder, 'postgres'),
    databases: [],
    durable: false,
  });
  // The global set-up and tear-down share nothing but the process.
  globalThis.testPostgres = { cluster, folder };
  // oxlint-disable-next-line node/no-process-env
  process.env.TEST_POSTGRES_URL = cluster.url();
  // oxlint-disable-next-line node/no-process-env
  process.env.TEST_POSTGRES_FOLDER = folder;
  await makeRoles(cluster.url());
};

/**
 * The role that serves from the copies of template-database.ts, and a password of the administrator that costs less to prove: each
 * statement of a test has a connection of its own, and 4096 rounds of SHA-256 took more than most statements.
 */
async function makeRoles(connectionString) {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query('SET scram_iterations = 1');
  await client.query("CREATE ROLE test_runtime LOGIN NOINHERIT PASSWORD 'test'");
  const { password } = new URL(connectionString);
  await client.query(
    `ALTER ROLE CURRENT_USER PASSWORD ${client.escapeLiteral(decodeURIComponent(password))}`,
  );
  await client.end();
}
