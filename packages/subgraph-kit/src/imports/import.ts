import { findDuplicates } from '@mtg/governance';
import type { DataSource, EntityManager, EntityTarget } from 'typeorm';
import type { ReferenceRow, ReferenceValues } from '../reference/reference-row';
import { takeTurns, upsertReference, type StoredRow, type WriteCounts } from '../reference/upsert';
import { problemsOfCells } from './cells';
import { findColumns, type ImportColumn } from './columns';
import { parseCsv, type CsvRecord } from '../csv/csv';
import { sha256Of, type ImportedFile } from './imported-file';
import { refuse, type LineProblem } from './line-problem';
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
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    await runner.startTransaction();
    await takeTurns(runner.manager);
    const { entity, key, namesDiffer } = definition;
    if (namesDiffer) problems.push(...(await sameNames(runner.manager, entity, key, namesDiffer, rows)));
    if (definition.checkAll) problems.push(...(await definition.checkAll(runner.manager, rows)));
    refuse(problems);
    const changed = new Map<string, StoredRow>();
    const targets: string[] = [];
    const counts = await upsertReference(
      runner.manager,
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
    const { dryRun = false, replace = false, fileName } = options;
    if (!replace) refuse(storedOtherwise(rows, definition.key, definition.columns, changed));
    if (!dryRun && targets.length > 0) {
      const { inserted, updated } = counts;
      const file = { fileName, sha256: sha256Of(bytes), replace, inserted, updated, targets };
      await options.record(runner.manager, file);
    }
    if (dryRun) await runner.rollbackTransaction();
    else await runner.commitTransaction();
    return counts;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

/**
 * The lines of a file by the names of the columns.
 *
 * @throws UnreadableFile; ImportRefused when the header lacks a column, or has one twice
 */
export function readLines(bytes: Uint8Array, columns: readonly ImportColumn[]): readonly CsvRecord[] {
  const { records, problems } = findColumns(parseCsv(bytes), columns);
  refuse(problems);
  return records;
}

/** The rows that a file states, and what is wrong with its lines. */
interface ReadRows<Row extends ReferenceRow> {
  readonly rows: { readonly line: number; readonly row: ReferenceValues<Row> }[];
  readonly problems: LineProblem[];
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
): ReadRows<Row> {
  const problems: LineProblem[] = [];
  const rows: ReadRows<Row>['rows'] = [];
  for (const record of readLines(bytes, columns)) {
    const wrong = [...surplusValues(record, columns), ...problemsOfCells(record, columns)];
    const result = toRow(record, fileName);
    if (!Array.isArray(result)) {
      rows.push({ line: record.line, row: result as ReferenceValues<Row> });
    } else {
      // What is wrong with a text by itself explains what else is wrong with its column.
      const explained = new Set(wrong.map(({ column }) => column));
      wrong.push(...(result as readonly LineProblem[]).filter(({ column }) => !explained.has(column)));
    }
    problems.push(...wrong);
  }
  problems.push(...doubled(rows, key));
  return { rows, problems };
}

const surplusValues = ({ line, surplus }: CsvRecord, columns: readonly ImportColumn[]): LineProblem[] =>
  surplus.length === 0
    ? []
    : [
        {
          line,
          column: columns.at(-1)?.name ?? '',
          reason: `此行比表头多出“${surplus.join(',')}”；值中含有逗号的，请加双引号 · more values than columns: "${surplus.join(',')}". Put double quotes around a value that contains a comma`,
        },
      ];

function doubled<Row extends ReferenceRow>(
  rows: readonly { readonly line: number; readonly row: ReferenceValues<Row> }[],
  key: keyof ReferenceValues<Row> & string,
): LineProblem[] {
  return findDuplicates(rows.map(({ row }) => String(row[key]))).flatMap(({ code, positions }) => {
    const [first, ...others] = positions.map((position) => rows[position]?.line ?? 0);
    return others.map((line) => ({
      line,
      column: key,
      reason: `${code} 与第 ${String(first)} 行重复，请删去一行 · ${code} duplicates line ${String(first)}. Remove one of them`,
    }));
  });
}
