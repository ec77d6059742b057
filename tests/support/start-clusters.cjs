/**
 * Resources shared by the tests of the `e2e` project: a folder for data directories, as `process.env.TEST_DATA_FOLDER`, and in it a cluster to
 * copy, as `process.env.TEST_CLUSTER`: initdb costs 0.8 s of CPU each time. Uses the compiled supervisor: `npm run build` first.
 */
const { chmodSync, mkdtempSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const { startCluster } = require('../../packages/platform/dist');
const { dataParent } = require('./data-parent.cjs');

module.exports = async () => {
  // oxlint-disable-next-line node/no-process-env
  const environment = process.env;
  // A test that runs Jest has them from the outer run.
  if (environment.TEST_CLUSTER !== undefined) return;
  const folder = mkdtempSync(join(dataParent(), 'mentougou-e2e-'));
  globalThis.testDataFolder = folder;
  // As root the servers run as another user, who must be able to get there.
  chmodSync(folder, 0o755);
  const directory = join(folder, 'cluster');
  const cluster = await startCluster({ name: 'test', directory, databases: [], durable: false });
  await cluster.stop();
  // Its copies each find a port of their own.
  rmSync(join(directory, 'port'));
  environment.TEST_DATA_FOLDER = folder;
  environment.TEST_CLUSTER = directory;
};
