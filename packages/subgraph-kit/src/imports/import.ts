import { findDuplicates } from '@mtg/governance';
import type { DataSource, EntityManager, EntityTarget } from 'typeorm';
import type { ReferenceRow, ReferenceValues } from '../reference/reference-row';
import { takeTurns, upsertReference, type WriteCounts } from '../reference/upsert';
import { parseCsv, type CsvRecord } from './csv';

/** What is wrong with one line, in words for the person who keeps the file. */
export interface LineProblem {
  /** Line number in the file; the header is line 1. */
  readonly line: number;
  readonly column: string;
  /** Chinese first, then English; says what would be right. */
  readonly reason: string;
}

/** Thrown when any line is wrong; nothing was written then. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';

  constructor(readonly problems: readonly LineProblem[]) {
    super(`导入被拒绝，未写入任何数据 · The import is refused; nothing was written (${problems.length})`);
  }
}

/** How one kind of file becomes rows of one table. */
export interface ImportDefinition<Row extends ReferenceRow> {
  readonly entity: EntityTarget<Row>;
  readonly key: keyof ReferenceValues<Row> & string;
  /** Columns the file must have; others are ignored. */
  readonly columns: readonly string[];
  /** Turns a line into a row, or says what is wrong with it. */
  readonly toRow: (record: CsvRecord, fileName: string) => ReferenceValues<Row> | readonly LineProblem[];
  /** Looks at the whole against what the database holds: totals, keys that others own. */
  readonly checkAll?: (
    manager: EntityManager,
    rows: readonly { readonly line: number; readonly row: ReferenceValues<Row> }[],
  ) => Promise<readonly LineProblem[]>;
}

export interface ImportOptions {
  readonly fileName: string;
  /** Does everything, then takes it back. */
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
  const { columns, records } = parseCsv(bytes);
  refuse(missingColumns(definition.columns, columns));
  const problems: LineProblem[] = [];
  const rows: { line: number; row: ReferenceValues<Row> }[] = [];
  for (const record of records) {
    problems.push(...surplusValues(record, columns));
    const result = definition.toRow(record, options.fileName);
    if (Array.isArray(result)) problems.push(...(result as readonly LineProblem[]));
    else rows.push({ line: record.line, row: result as ReferenceValues<Row> });
  }
  problems.push(...doubled(rows, definition.key));

  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    await runner.startTransaction();
    await takeTurns(runner.manager);
    if (definition.checkAll) problems.push(...(await definition.checkAll(runner.manager, rows)));
    refuse(problems);
    const taken = new Map<string, string>();
    const counts = await upsertReference(
      runner.manager,
      definition.entity,
      rows.map(({ row }) => row),
      definition.key,
      {
        sameFactKeepsSource: true,
        onProgress: (written) => options.onProgress?.(written, rows.length),
        onUpdate: (key, citation) => taken.set(key, citation),
      },
    );
    if (!options.replace) refuse(takenCodes(rows, definition.key, taken));
    if (options.dryRun) await runner.rollbackTransaction();
    else await runner.commitTransaction();
    return counts;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

function refuse(problems: readonly LineProblem[]): void {
  if (problems.length > 0) throw new ImportRefused([...problems].sort((a, b) => a.line - b.line));
}

const missingColumns = (wanted: readonly string[], given: readonly string[]): LineProblem[] =>
  wanted
    .filter((column) => !given.includes(column))
    .map((column) => ({
      line: 1,
      column,
      reason: `表头缺少此列 · the header lacks this column; need: ${wanted.join(',')}`,
    }));

const surplusValues = ({ line, surplus }: CsvRecord, columns: readonly string[]): LineProblem[] =>
  surplus.length === 0
    ? []
    : [
        {
          line,
          column: columns.at(-1) ?? '',
          reason: `此行比表头多出“${surplus.join(',')}”；值中有逗号须加双引号 · more values than columns: "${surplus.join(',')}"; a value with a comma must be quoted`,
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
      reason: `${code} 与第 ${String(first)} 行重复 · duplicates line ${String(first)}`,
    }));
  });
}

/** A line whose code stands for something else already; the same fact again is no such line. */
const takenCodes = <Row extends ReferenceRow>(
  rows: readonly { readonly line: number; readonly row: ReferenceValues<Row> }[],
  key: keyof ReferenceValues<Row> & string,
  taken: ReadonlyMap<string, string>,
): LineProblem[] =>
  rows.flatMap(({ line, row }) => {
    const code = String(row[key]);
    const citation = taken.get(code);
    if (citation === undefined) return [];
    return {
      line,
      column: key,
      reason: `${code} 已登记，内容不同或已撤销（${citation}）；确要更正请加 --replace · is stored with other values, or withdrawn (${citation}); say --replace to correct it`,
    };
  });
