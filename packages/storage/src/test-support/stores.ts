import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BucketFiles } from '../files/bucket-files';
import type { FileStore } from '../files/file-store';
import { FolderFiles } from '../files/folder-files';
import { filesBelow } from './files-below';
import { settingsFor, startStorage } from './storage-server';

/** A store, as a test looks at it. */
export interface TestStore {
  readonly store: FileStore;
  /** All files of it, by their paths. */
  contents(): Promise<ReadonlyMap<string, Buffer>>;
  /** Changes a file past the store. */
  overwrite(path: string, content: Buffer): Promise<void>;
  stop(): Promise<void>;
}

export async function folderStore(): Promise<TestStore> {
  const root = await mkdtemp(join(tmpdir(), 'files-'));
  return {
    store: await FolderFiles.open(root),
    contents: () => filesBelow(root),
    overwrite: (path, content) => writeFile(join(root, path), content),
    stop: () => rm(root, { recursive: true }),
  };
}

export async function bucketStore(): Promise<TestStore> {
  const storage = await startStorage();
  const store = await BucketFiles.open(settingsFor(storage, 'dayu/附件'));
  return {
    store,
    contents: async () =>
      new Map([...storage.objects].map(([path, bytes]) => [path.replace('/lake/dayu/附件/', ''), bytes])),
    overwrite: async (path, content) => void storage.objects.set(`/lake/dayu/附件/${path}`, content),
    stop: async () => {
      await rm(store.spool, { recursive: true, force: true });
      await storage.stop();
    },
  };
}
