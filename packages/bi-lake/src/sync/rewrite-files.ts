import type { Door, ListedDataset } from '../door/door';
import type { LakeStore } from '../stores/store';
import type { LakeFile } from './lake-state';
import { emptyPathOf } from './partition';
import { writePartition } from './write-partition';

/** Where rows come from, and where files go. */
export interface Way {
  readonly door: Door;
  readonly store: LakeStore;
}

/** Files of a dataset after some have been written again. */
export interface Rewritten {
  readonly files: Readonly<Record<string, LakeFile>>;
  /** Files that have no rows any more, and are still there. */
  readonly empty: readonly string[];
}

/**
 * Writes files again as their rows are now. A dataset without rows has one file without rows, so that readers by a pattern find
 * its columns.
 *
 * @param before all files of the dataset
 */
export async function rewriteFiles(
  { door, store }: Way,
  dataset: ListedDataset,
  paths: readonly string[],
  before: Readonly<Record<string, LakeFile>>,
  onProgress: (done: number, total: number) => void,
): Promise<Rewritten> {
  const placeholder = emptyPathOf(dataset.name);
  const files: Record<string, LakeFile> = { ...before };
  delete files[placeholder];
  const empty: string[] = [];
  for (const [done, path] of paths.filter((each) => each !== placeholder).entries()) {
    onProgress(done, paths.length);
    const file = await writePartition(door, store, dataset, path);
    if (file) files[path] = file;
    else {
      delete files[path];
      empty.push(path);
    }
  }
  onProgress(paths.length, paths.length);
  if (Object.keys(files).length > 0) return { files, empty: [...empty, placeholder] };
  const file = await writePartition(door, store, dataset, placeholder);
  return { files: file ? { [placeholder]: file } : {}, empty };
}
