import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderStore } from '../stores/folder-store';
import { S3Store } from '../stores/s3-store';
import type { LakeStore } from '../stores/store';
import { filesBelow } from '../../../storage/src/test-support/files-below';
import { settingsFor, startStorage } from '../../../storage/src/test-support/storage-server';

/** A place for a lake, as a test looks at it. */
export interface Target {
  readonly store: LakeStore;
  /** All files, by their paths. */
  contents(): Promise<ReadonlyMap<string, Buffer>>;
  stop(): Promise<void>;
}

export async function folderTarget(): Promise<Target> {
  const root = await mkdtemp(join(tmpdir(), 'lake-'));
  return {
    store: await FolderStore.open(root),
    contents: () => filesBelow(root),
    stop: () => rm(root, { recursive: true }),
  };
}

export async function bucketTarget(): Promise<Target> {
  const storage = await startStorage();
  const store = await S3Store.open(settingsFor(storage, 'mtg/daily'));
  return {
    store,
    contents: async () =>
      new Map([...storage.objects].map(([path, bytes]) => [path.replace('/lake/mtg/daily/', ''), bytes])),
    stop: async () => {
      await store.close();
      await storage.stop();
    },
  };
}
