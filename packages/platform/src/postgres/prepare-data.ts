import { dirname, join } from 'node:path';
import { describePackage, locateBinaries } from './binaries';
import type { ClusterDirectory } from './cluster-directory';
import type { ClusterOptions } from './cluster-types';
import { initialise } from './initialise';
import { stopOrphan } from './orphan';
import type { ServerUser } from './server-user';
import { renderSettings, SETTINGS_FILE } from './settings';
import { usableBinaries } from './usable-binaries';

/** All that a server needs to be started. */
export interface PreparedData {
  readonly directory: ClusterDirectory;
  readonly native: string;
  readonly user: ServerUser | undefined;
  readonly password: string;
  readonly runtimePassword: string;
  readonly warehousePassword: string;
  readonly strangerPid: number | undefined;
}

/** Brings programs and data into a state that a server can start from, with the directory's lock held. */
export async function prepareData(
  options: ClusterOptions,
  directory: ClusterDirectory,
  user: ServerUser | undefined,
): Promise<PreparedData> {
  const { durable = true, onStep } = options;
  const binaries = options.binaries ? describePackage(options.binaries) : locateBinaries();
  const native = await usableBinaries(binaries, dirname(directory.path), user);
  let strangerPid: number | undefined;
  if (directory.isInitialised) {
    directory.check(binaries.version);
    const { found, pid } = await stopOrphan(directory.data);
    if (found === 'orphan') onStep?.('stopping-orphan');
    if (found === 'stranger') strangerPid = pid;
  } else {
    onStep?.('initialising');
    directory.password(user);
    const { path, passwordFile } = directory;
    await initialise({ native, directory: path, passwordFile, user, durable });
  }
  options.signal?.throwIfAborted();
  directory.write(join(directory.data, SETTINGS_FILE), renderSettings({ durable }), user);
  return {
    directory,
    native,
    user,
    password: directory.password(user),
    runtimePassword: directory.runtimePassword(user),
    warehousePassword: directory.warehousePassword(user),
    strangerPid,
  };
}
