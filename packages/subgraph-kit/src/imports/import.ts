import type { DataSource, EntityManager, EntityTarget } from 'typeorm';
import type { ReferenceRow, ReferenceValues } from '../reference/reference-row';
import { takeTurns, upsertReference, type StoredRow, type WriteCounts } from '../reference/upsert';
import type { ImportColumn } from './columns';
import type { CsvRecord } from '../csv/csv';
import { inImportTransaction } from './import-transaction';
import { sha256Of, type ImportedFile } from './imported-file';
import { refuse, type LineProblem } from './line-problem';
import { doubled, readLinesAs, type ReadLines } from './read-lines';
import { sameNames, type NamesDiffer } from './same-names';
import { storedOtherwise } from './stored-otherwise';

/** Definition of an import: maps one kind of file to rows of one table. */
export interface ImportDefinition<Row extends ReferenceRow> {
  /** As the audit has it where a command's name stands, e.g. `importDepartments`. */
  readonly name: string;
  readonly entity: EntityTarget<Row>;
  readonly key: keyof ReferenceValues<Row> & string;
  /** Columns the file must have; others are ignored. */
  readonly columns: readonly ImportColumn[];
  /** Turns a line into a row, or says what is wrong with it; texts by themselves are checked before. */
  readonly toRow: (record: CsvRecord, fileName: string) => ReferenceValues<Row> | readonly LineProblem[];
  /** Rows whose names must look different, by their comparison form. */
  readonly namesDiffer?: NamesDiffer;
  /** Looks at the whole against what the database holds: totals, keys that others own. */
  readonly checkAll?: (
    manager: EntityManager,
    rows: readonly { readonly line: number; readonly row: ReferenceValues<Row> }[],
  ) => Promise<readonly LineProblem[]>;
}

export interface ImportOptions {
  readonly fileName: string;
  /** Puts the import on record, in the transaction that writes the rows; not asked for one that changes nothing. */
  readonly record: (manager: EntityManager, file: ImportedFile) => Promise<void>;
  /** Does everything, then rolls back. */
  readonly dryRun?: boolean;
  /** Lets lines change what is stored under their code; otherwise a code that is taken is refused. */
  readonly replace?: boolean;
  readonly onProgress?: (written: number, total: number) => void;
}

/**
 * Imports a CSV file, all or nothing: one transaction, after every line was checked. Running it again changes
 * nothing, and neither does stating a stored fact again in another file; changing one has to be asked for.
 *
 * @throws UnreadableFile when the file is not CSV in a known encoding
 * @throws ImportRefused with every bad line's number, column and reason
 */
export async function importCsv<Row extends ReferenceRow>(
  dataSource: DataSource,
  bytes: Uint8Array,
  definition: ImportDefinition<Row>,
  options: ImportOptions,
): Promise<WriteCounts> {
  const { rows, problems } = readRows(bytes, definition, options.fileName);
  const { dryRun = false, replace = false, fileName } = options;
  return inImportTransaction(dataSource, dryRun, async (manager) => {
    await takeTurns(manager);
    const { entity, key, namesDiffer } = definition;
    if (namesDiffer) problems.push(...(await sameNames(manager, entity, key, namesDiffer, rows)));
    if (definition.checkAll) problems.push(...(await definition.checkAll(manager, rows)));
    refuse(problems);
    const changed = new Map<string, StoredRow>();
    const targets: string[] = [];
    const counts = await upsertReference(
      manager,
      definition.entity,
      rows.map(({ row }) => row),
      definition.key,
      {
        sameFactKeepsSource: true,
        onProgress: (written) => options.onProgress?.(written, rows.length),
        onUpdate: (key, stored) => changed.set(key, stored),
        onWrite: (id) => targets.push(id),
      },
    );
    if (!replace) refuse(storedOtherwise(rows, definition.key, definition.columns, changed));
    if (!dryRun && targets.length > 0) {
      const { inserted, updated } = counts;
      const file = { fileName, sha256: sha256Of(bytes), replace, inserted, updated, targets };
      await options.record(manager, file);
    }
    return counts;
  });
}

/**
 * Reads and checks a file by itself, without a database.
 *
 * @throws UnreadableFile; ImportRefused when the header lacks a column, or has one twice
 */
export function readRows<Row extends ReferenceRow>(
  bytes: Uint8Array,
  { columns, key, toRow }: ImportDefinition<Row>,
  fileName: string,
): ReadLines<ReferenceValues<Row>> {
  const { rows, problems } = readLinesAs(bytes, columns, (record) => toRow(record, fileName));
  problems.push(...doubled(rows, ({ [key]: code }) => String(code), key));
  return { rows, problems };
}
