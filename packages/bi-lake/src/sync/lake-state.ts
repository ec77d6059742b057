import { z } from 'zod';
import type { ListedDataset } from '../door/door';

const FILE = z.object({ rows: z.number(), bytes: z.number(), sha256: z.string() });

const STATE = z.object({
  version: z.literal(1),
  /** Up to where the files have all changes, once `unfinished` is empty. */
  position: z.string(),
  writtenAt: z.string(),
  columns: z.array(z.string()),
  /** The files that make up the dataset, by their paths. */
  files: z.record(z.string(), FILE),
  /** Files that a run has begun to replace or remove. The next one replaces them again if it did not come to its end. */
  unfinished: z.array(z.string()),
});

/** The files that a lake has of a dataset. Written beside the data, after them. */
export type LakeState = z.infer<typeof STATE>;

/** A file of a lake, as its state has it. */
export type LakeFile = z.infer<typeof FILE>;

export const statePath = (dataset: string): string => `_lake/${dataset}.json`;

/** Undefined for none, or one that cannot be read: everything is written again then. */
export function parseState(text: string | undefined): LakeState | undefined {
  if (text === undefined) return undefined;
  try {
    return STATE.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export const writeState = (state: Omit<LakeState, 'version' | 'writtenAt'>): string =>
  `${JSON.stringify({ version: 1, writtenAt: new Date(Date.now()).toISOString(), ...state }, undefined, 1)}\n`;

/** Names and types of the columns. Where they differ, old files do not go with new ones. */
export const columnsOf = ({ columns }: ListedDataset): string[] =>
  columns.map(({ name, type }) => `${name} ${type}`);
