import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** As start-clusters.cjs left it for the `e2e` project, and start-postgres.cjs for `db`. */
function fromSetUp(variable: 'TEST_DATA_FOLDER' | 'TEST_CLUSTER' | 'TEST_POSTGRES_FOLDER'): string {
  // oxlint-disable-next-line node/no-process-env
  const path = process.env[variable];
  if (path === undefined) throw new Error(`No ${variable}: this project of jest.config.cjs does not set it`);
  return path;
}

/** Makes a folder for data directories of a test of the `e2e` project. */
export const makeDataFolder = (name: string): string => makeIn(fromSetUp('TEST_DATA_FOLDER'), name);

/** The same for a test of the `db` project. */
export const makeDatabaseFolder = (name: string): string => makeIn(fromSetUp('TEST_POSTGRES_FOLDER'), name);

/** Open to enter: started as root, the databases run as another user. */
function makeIn(parent: string, name: string): string {
  const folder = realpathSync(mkdtempSync(join(parent, `${name}-`)));
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
