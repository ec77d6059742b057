import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** As tests/support/start-clusters.cjs left it. */
function fromSetUp(variable: 'TEST_DATA_FOLDER' | 'TEST_CLUSTER'): string {
  // oxlint-disable-next-line node/no-process-env
  const path = process.env[variable];
  if (path === undefined) throw new Error(`No ${variable}: only tests of the e2e project start clusters`);
  return path;
}

/** Makes a folder for data directories. Open to enter: started as root, the databases run as another user. */
export function makeDataFolder(name: string): string {
  const folder = realpathSync(mkdtempSync(join(fromSetUp('TEST_DATA_FOLDER'), `${name}-`)));
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * Puts a cluster there that was started once and has no databases, for tests that do not ask how one is initialised. Its passwords
 * are those of all copies.
 */
export function copyCluster(directory: string): string {
  mkdirSync(dirname(directory), { recursive: true });
  const { status, stderr } = spawnSync('cp', ['-a', fromSetUp('TEST_CLUSTER'), directory], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`cannot copy the cluster: ${stderr}`);
  return directory;
}
