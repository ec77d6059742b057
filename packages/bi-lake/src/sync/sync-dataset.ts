import type { Door, ListedDataset } from '../door/door';
import { LakeProblem } from '../lake-problem';
import { findRemoved } from './find-removed';
import { columnsOf, parseState, statePath, writeState, type LakeFile, type LakeState } from './lake-state';
import { emptyPathOf } from './partition';
import { BEGINNING, readChanges, type Changes } from './read-changes';
import { rewriteFiles, type Way } from './rewrite-files';

/** A lake and where it is read from. */
export interface Lake extends Way {
  /** Writes everything again. */
  readonly full: boolean;
}

/** Result of bringing a dataset up to date. */
export interface SyncedDataset {
  readonly name: string;
  readonly written: number;
  readonly removed: number;
  readonly files: number;
  readonly rows: number;
  readonly stale: readonly string[];
  /** Another run has written meanwhile: the next one writes the same files again. */
  readonly disturbed: boolean;
}

/**
 * Brings the files of a dataset up to date: those whose rows have changed are written again, whole, each in place of the one
 * before. The state comes last, so that a run that breaks off is repeated by the next one. Files without rows are removed after it.
 */
export async function syncDataset(
  { door, store, full }: Lake,
  dataset: ListedDataset,
  onProgress: (done: number, total: number) => void,
): Promise<SyncedDataset> {
  const { name } = dataset;
  const columns = columnsOf(dataset);
  const before = parseState(await store.readText(statePath(name)));
  const known = !full && before && isSame(before.columns, columns) ? before : undefined;
  const { changes, since } = await changesSince(door, dataset, known);
  const old = Object.keys(before?.files ?? {});
  const certain = new Set([...changes.paths, ...(before?.unfinished ?? [])]);
  const paths = new Set([
    ...certain,
    ...(since === BEGINNING
      ? old
      : await findRemoved(store, without(known?.files, certain), changes.removed)),
  ]);
  const kept = since === BEGINNING ? {} : (known?.files ?? {});
  const summary = { name, stale: changes.stale, files: old.length, rows: rowsIn(before?.files ?? {}) };
  if (known && paths.size === 0) {
    if (known.position !== changes.position) {
      await store.putText(statePath(name), writeState({ ...known, position: changes.position }));
    }
    return { ...summary, written: 0, removed: 0, disturbed: false };
  }
  const unfinished = [...new Set([...paths, emptyPathOf(name)])].toSorted();
  const begun = writeState({ position: since, columns, files: before?.files ?? {}, unfinished });
  await store.putText(statePath(name), begun);
  const { files, empty } = await rewriteFiles({ door, store }, dataset, unfinished, kept, onProgress);
  // Of another run that overlapped with this one, older files may have come last: nothing is believed of either.
  const disturbed = (await store.readText(statePath(name))) !== begun;
  const state = { position: disturbed ? since : changes.position, columns, files };
  await store.putText(
    statePath(name),
    writeState({ ...state, unfinished: disturbed ? unfinished : [...empty] }),
  );
  for (const path of empty) await store.remove(path);
  if (!disturbed) await store.putText(statePath(name), writeState({ ...state, unfinished: [] }));
  return {
    ...summary,
    written: unfinished.length - empty.length,
    removed: old.filter((path) => empty.includes(path)).length,
    files: Object.keys(files).length,
    rows: rowsIn(files),
    disturbed,
  };
}

interface Since {
  readonly changes: Changes;
  readonly since: string;
}

/** Changes since the state, or from the beginning: another warehouse counts from another beginning. */
async function changesSince(
  door: Door,
  dataset: ListedDataset,
  known: LakeState | undefined,
): Promise<Since> {
  if (known && known.position !== BEGINNING && known.position !== '') {
    try {
      return { changes: await readChanges(door, dataset, known.position), since: known.position };
    } catch (error) {
      if (!(error instanceof LakeProblem) || error.kind !== 'OTHER_BEGINNING') throw error;
    }
  }
  return { changes: await readChanges(door, dataset, BEGINNING), since: BEGINNING };
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');

/** Files that are as the state has them. */
const without = (
  files: Readonly<Record<string, LakeFile>> = {},
  paths: ReadonlySet<string>,
): Readonly<Record<string, LakeFile>> =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !paths.has(path)));

const rowsIn = (files: Readonly<Record<string, LakeFile>>): number =>
  Object.values(files).reduce((sum, { rows }) => sum + rows, 0);
