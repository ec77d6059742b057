import { comparisonForm } from '@mtg/governance';
import { IsNull, type EntityManager, type EntityTarget, type FindOptionsWhere } from 'typeorm';
import type { ReferenceRow } from '../reference/reference-row';
import type { ImportedLine } from './stored-otherwise';
import type { LineProblem } from './line-problem';

/** Kinds of rows whose names must look different. */
export interface NamesDiffer {
  /** Property that holds the name, and column of the file. */
  readonly name: string;
  /** Property within a value of which they must; without it, in the whole table. */
  readonly within?: string;
}

/** A name with its code, in a file or stored. */
interface Named {
  readonly code: string;
  readonly name: string;
  /** Where it stands, in both languages. */
  readonly zh: string;
  readonly en: string;
}

/**
 * Lines whose name looks like that of another code: in the file, or stored. What the file says of a stored code takes the
 * place of what is stored.
 */
export async function sameNames<Row extends ReferenceRow>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  key: string,
  { name, within }: NamesDiffer,
  lines: readonly ImportedLine[],
): Promise<LineProblem[]> {
  if (lines.length === 0) return [];
  const formOf = (row: Readonly<Record<string, unknown>>): string =>
    JSON.stringify([within === undefined ? '' : row[within], comparisonForm(String(row[name]))]);
  const stored = await manager.find(entity, { where: { deletedAt: IsNull() } as FindOptionsWhere<Row> });
  const given = new Set(lines.map(({ row }) => String(row[key])));
  const known = new Map<string, Named>();
  // Entities are plain objects of their columns.
  for (const row of stored as unknown as readonly Readonly<Record<string, unknown>>[]) {
    const code = String(row[key]);
    const kept = { zh: `已登记的 ${code}`, en: `the stored ${code}` };
    if (!given.has(code)) known.set(formOf(row), { code, name: String(row[name]), ...kept });
  }
  return lines.flatMap(({ line, row }) => {
    const form = formOf(row);
    const code = String(row[key]);
    const own = String(row[name]);
    const other = known.get(form);
    if (!other)
      known.set(form, { code, name: own, zh: `第 ${line} 行的 ${code}`, en: `${code} in line ${line}` });
    if (!other || other.code === code) return [];
    const reason = `“${own}”与${other.zh}“${other.name}”看起来相同，请更正其一 · “${own}” looks the same as “${other.name}” of ${other.en}. Correct one of them`;
    return [{ line, column: name, reason }];
  });
}
