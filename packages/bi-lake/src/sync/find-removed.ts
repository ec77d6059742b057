import { parquetRead } from 'hyparquet';
import type { LakeStore } from '../stores/store';
import type { LakeFile } from './lake-state';
import { partitionOf } from './partition';

/** Finds the files that have rows which are gone, by reading the ids in those of their streets. */
export async function findRemoved(
  store: LakeStore,
  files: Readonly<Record<string, LakeFile>>,
  removed: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<readonly string[]> {
  const left = new Map([...removed].map(([street, ids]) => [street, new Set(ids)]));
  const found: string[] = [];
  for (const [path, file] of Object.entries(files).toSorted(([a], [b]) => (a < b ? 1 : -1))) {
    const ids = left.get(partitionOf(path).street ?? '');
    if (!ids || ids.size === 0) continue;
    const before = ids.size;
    for (const id of await idsOf(store, path, file)) ids.delete(id);
    if (ids.size < before) found.push(path);
  }
  return found;
}

async function idsOf(store: LakeStore, path: string, { bytes }: LakeFile): Promise<readonly string[]> {
  const ids: string[] = [];
  await parquetRead({
    file: store.partsOf(path, bytes),
    columns: ['id'],
    rowFormat: 'array',
    onComplete: (rows) => {
      for (const [id] of rows) ids.push(String(id));
    },
  });
  return ids;
}
