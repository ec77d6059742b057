import type { StoredRow } from '../reference/upsert';
import type { ImportColumn } from './columns';
import type { LineProblem } from './line-problem';

/** A line with the row that it became. */
export interface ImportedLine {
  readonly line: number;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Lines whose code stands for something else already, with both values of each field; the same fact again is no such line. */
export function storedOtherwise(
  lines: readonly ImportedLine[],
  key: string,
  columns: readonly ImportColumn[],
  changed: ReadonlyMap<string, StoredRow>,
): LineProblem[] {
  return lines.flatMap(({ line, row }) => {
    const code = String(row[key]);
    const stored = changed.get(code);
    if (!stored) return [];
    const differences = columns.flatMap(({ name, title, property = name }) =>
      same(stored.values[property], row[property])
        ? []
        : [{ title, was: show(stored.values[property]), is: show(row[property]) }],
    );
    const zh = differences.map(({ title, was, is }) => `${title.zh}已登记为“${was}”，文件为“${is}”`);
    const en = differences.map(
      ({ title, was, is }) => `${title.en} is “${was}” in the database and “${is}” in the file`,
    );
    if (stored.isWithdrawn) {
      zh.push('已撤销');
      en.push('it is withdrawn');
    }
    return [
      {
        line,
        column: key,
        reason: `${code} 已登记（${stored.citation}），内容不同：${zh.join('；')}。确要更正请加 --replace · ${code} is stored already (${stored.citation}) with other values: ${en.join('; ')}. Use --replace to correct it`,
      },
    ];
  });
}

const same = (one: unknown, other: unknown): boolean => show(one) === show(other);

const show = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
