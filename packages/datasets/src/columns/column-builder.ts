import type { Bilingual } from '@mtg/governance';
import type { ColumnRole, DatasetColumn, Join, Need } from '../model/dataset';
import { camelCase } from '../model/names';
import type { SourceColumn, SourceTable } from '../sources/source-table';

/** Where a column is read: in the row of the dataset, or in one that is joined to it. */
export interface Position {
  readonly source: SourceTable;
  /** Joins that lead there, in order; none for the row of the dataset. */
  readonly joins: readonly Join[];
  /** Columns that lead there. */
  readonly needs: readonly Need[];
  /** Set where a street's row has led to the district. */
  readonly of?: 'DISTRICT' | undefined;
  /** Stands before the names of columns where they would be those of others. */
  readonly prefix: string;
}

/** Alias of what a position reads. */
export const aliasAt = ({ joins }: Position, row: string): string => joins.at(-1)?.alias ?? row;

/** Columns of the table at a position, as a need. */
export const needAt = ({ source, of, needs }: Position, columns: readonly string[]): readonly Need[] => [
  ...needs,
  { table: source.table.sqlName, columns, ...(of && { of }) },
];

/** A column with what follows from the rest. */
export function makeColumn(
  column: Omit<DatasetColumn, 'property' | 'joins' | 'needs'> &
    Partial<Pick<DatasetColumn, 'joins' | 'needs'>>,
): DatasetColumn {
  return { joins: [], needs: [], ...column, property: camelCase(column.name) };
}

/** The use of a stored column. */
export function roleOf({ property, sql, usage, reference, choices }: SourceColumn): ColumnRole {
  if (sql === 'date' || sql === 'timestamptz') return 'TIME';
  if (sql === 'uuid') return 'KEY';
  if (sql === 'boolean' || choices || reference || usage === 'CODE') return 'DIMENSION';
  if (sql === 'numeric') return 'FACT';
  if (sql === 'int' || sql === 'double precision') return ORDINALS.test(property) ? 'DIMENSION' : 'FACT';
  return usage === 'NUMBER' || property === 'code' ? 'KEY' : property === 'name' ? 'DIMENSION' : 'TEXT';
}

/** Numbers that are no quantities. */
const ORDINALS = /^(?:year|version|number|.*Number)$/;

/** A stored column, as it stands. */
export function plainColumn(
  position: Position,
  { name, sql, nullable }: SourceColumn,
  words: { readonly label: Bilingual; readonly description: Bilingual; readonly role: ColumnRole },
): DatasetColumn {
  const isJoined = position.joins.length > 0;
  const stored = (row: string) => `${aliasAt(position, row)}.${name}`;
  if (sql === 'numeric') {
    const { label, role } = words;
    return makeColumn({
      name: `${position.prefix}${name}_fen`,
      sql: 'bigint',
      nullable: nullable || isJoined,
      zh: `${label.zh}（分）`,
      en: `${label.en} (分)`,
      description: {
        zh: `${words.description.zh}，以分计，100分为1元`,
        en: `${words.description.en}, in 分: 100 are 1 元`,
      },
      role,
      joins: position.joins.map(({ alias }) => alias),
      needs: needAt(position, [name]),
      expression: (row) => `(${stored(row)} * 100)::bigint`,
    });
  }
  return makeColumn({
    name: `${position.prefix}${name}`,
    sql,
    nullable: nullable || isJoined,
    ...words.label,
    description: words.description,
    role: words.role,
    joins: position.joins.map(({ alias }) => alias),
    needs: needAt(position, [name]),
    expression: stored,
  });
}
