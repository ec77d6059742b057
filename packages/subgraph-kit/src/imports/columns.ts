import { comparisonForm, type Bilingual, type TextKind } from '@mtg/governance';
import type { CsvContent, CsvRecord } from '../csv/csv';
import type { LineProblem } from './line-problem';

/** A column of a file. */
export interface ImportColumn {
  /** As the platform's own files call it, and as `values` has it. */
  readonly name: string;
  /** Label of the column. The Chinese label is accepted as a header too. */
  readonly title: Bilingual;
  /** Other headers that people give it. */
  readonly also?: readonly string[];
  /** Requirements for its values, the same as in commands. */
  readonly kind: TextKind;
  /** Property of the row, where it is called otherwise. */
  readonly property?: string;
  /** True if a file may lack it: its values then count as empty. */
  readonly optional?: true;
}

/** Capitals, spaces and underscores are no matter in a header. */
const headerForm = (header: string): string =>
  comparisonForm(header)
    .toLowerCase()
    .replace(/[\s_-]/g, '');

const isHeaderOf = ({ name, title, also = [] }: ImportColumn, header: string): boolean =>
  [name, title.zh, title.en, ...also].some((known) => headerForm(known) === headerForm(header));

/**
 * Finds the columns among the headers of a file; columns of the reader's own are no matter.
 *
 * @returns the records by the names of the columns, and what is wrong with the header
 */
export function findColumns(
  { columns: headers, records }: CsvContent,
  wanted: readonly ImportColumn[],
): { readonly records: readonly CsvRecord[]; readonly problems: readonly LineProblem[] } {
  const nameOf = (header: string): string =>
    wanted.find((column) => isHeaderOf(column, header))?.name ?? header;
  const names = headers.map(nameOf);
  const known = new Map(headers.map((header, place) => [header, names[place] ?? header]));
  const problems = [...missing(names, headers, wanted), ...doubled(names, headers)];
  const named = records.map((record) => ({
    ...record,
    values: Object.fromEntries(
      Object.entries(record.values).map(([header, value]) => [known.get(header) ?? header, value.trim()]),
    ),
  }));
  return { records: named, problems };
}

function missing(
  names: readonly string[],
  headers: readonly string[],
  wanted: readonly ImportColumn[],
): LineProblem[] {
  const required = wanted.filter(({ optional }) => !optional);
  const need = required.map(({ name }) => name).join(',');
  const titles = required.map(({ name, title }) => `${name}（${title.zh}）`).join('、');
  const found = headers.join(';');
  const hint =
    headers.length === 1 && /[，；、|]/u.test(found)
      ? {
          zh: '；各列须以逗号（,）、分号（;）或制表符分隔',
          en: '. Separate columns with commas, semicolons or tabs',
        }
      : { zh: '', en: '' };
  return required
    .filter(({ name }) => !names.includes(name))
    .map(({ name }) => ({
      line: 1,
      column: name,
      reason: `表头缺少此列；应有 ${titles}，文件中为“${found}”${hint.zh} · the header lacks this column. Required: ${need}. Found: ${found}${hint.en}`,
    }));
}

const doubled = (names: readonly string[], headers: readonly string[]): LineProblem[] =>
  names.flatMap((name, place) => {
    const first = names.indexOf(name);
    if (headerForm(name) === '' || first === place) return [];
    const both = `${headers[first]};${headers[place]}`;
    return [
      {
        line: 1,
        column: name,
        reason: `此列在表头中出现两次（${both}），请删去一列 · the column occurs twice in the header (${both}). Remove one`,
      },
    ];
  });
