import type { CsvRecord, ImportColumn, LineProblem } from '@mtg/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { PastLine } from './past-line';
import type { PastNames } from './past-names';
import type { PastSteps } from './past-steps';

/** An entry of a file, which is recorded as one: a meeting with all its lines, an order, a visit. */
export interface PastEntry {
  /** Its own name in the file, by which a further import recognizes it. */
  readonly key: string;
  readonly lines: readonly CsvRecord[];
}

/** Tools for the entries of a file. */
export interface PastTools {
  readonly manager: EntityManager;
  readonly steps: PastSteps;
  readonly names: PastNames;
  /** Reads a line by the names of the street, and notes what is wrong. */
  readonly read: (record: CsvRecord) => PastLine;
  readonly note: (problem: LineProblem) => void;
}

/** An import of past years: how a kind of file becomes commands. */
export interface PastImport {
  /** As the audit has it where a command's name stands, e.g. `importMeetings`. */
  readonly name: string;
  readonly columns: readonly ImportColumn[];
  /** The column that a problem of an entry as a whole is told with. */
  readonly keyColumn: string;
  /** The entries of a file, in the order of their days. */
  readonly entriesOf: (records: readonly CsvRecord[], tools: PastTools) => readonly PastEntry[];
  /** Gives the commands of an entry. @returns the id of its row; undefined where it is refused */
  readonly enter: (entry: PastEntry, tools: PastTools) => Promise<string | undefined>;
}

/** The values of the lines of an entry, which say whether it is the same as before. */
export const contentOf = ({ lines }: PastEntry, columns: readonly ImportColumn[]): string =>
  JSON.stringify(lines.map(({ values }) => columns.map(({ name }) => values[name] ?? '')));

/** Lines by the value of a column, in the order in which each value first occurs. */
export function groupedBy(
  records: readonly CsvRecord[],
  keyOf: (record: CsvRecord) => string,
): readonly PastEntry[] {
  const groups = new Map<string, CsvRecord[]>();
  for (const record of records) {
    const key = keyOf(record);
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return [...groups].map(([key, lines]) => ({ key, lines }));
}
