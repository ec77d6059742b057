import type { Catalogue } from '../sources/catalogue';
import type { SourceColumn, SourceTable } from '../sources/source-table';
import type { DatasetStatement } from '../model/statement';
import { choiceColumns } from './choice-columns';
import { plainColumn, roleOf, type Position } from './column-builder';
import { nameColumns, type Joined } from './name-columns';
import { referenceColumns } from './reference-columns';

/** A column of a table as analysts get it: itself, and what people read for its codes or ids. */
export function columnsAt(
  catalogue: Catalogue,
  position: Position,
  column: SourceColumn,
  statement: DatasetStatement = {},
): Joined {
  const choices = statement.choices?.[column.property] ?? column.choices;
  if (choices) return { columns: choiceColumns(position, column, choices), joins: position.joins };
  const { label, description } = column;
  const own = plainColumn(position, column, { label, description, role: roleOf(column) });
  const unit = statement.units?.[column.property];
  const columns = [unit === undefined ? own : { ...own, unit }];
  const target = targetOf(catalogue, position, column);
  if (!target) return { columns, joins: position.joins };
  const beside =
    column.sql === 'uuid'
      ? referenceColumns(catalogue, position, column, target)
      : nameColumns(catalogue, position, column, target);
  return { columns: [...columns, ...beside.columns], joins: [...position.joins, ...beside.joins] };
}

/** The table that a column refers to, as far as it is shared and can be reached from where the rows are. */
export function targetOf(
  catalogue: Catalogue,
  { source }: Pick<Position, 'source'>,
  { reference, sql }: SourceColumn,
): SourceTable | undefined {
  if (!reference || (reference.kind === 'TABLE' && reference.key === 'name')) return undefined;
  const target = catalogue.ofType(typeOf(reference), source.owner);
  if (!target || (source.owner === 'DISTRICT' && target.owner === 'STREET')) return undefined;
  return sql === 'uuid' || target.columns.has('name') ? target : undefined;
}

function typeOf(reference: NonNullable<SourceColumn['reference']>): string {
  if (reference.kind === 'TABLE') {
    // Whatever a column refers to was made by `defineTable` or `referenceTable`.
    return (reference.target() as unknown as { readonly table: { readonly name: string } }).table.name;
  }
  const type: unknown = reference.type();
  const [each] = Array.isArray(type) ? (type as readonly unknown[]) : [type];
  return typeof each === 'function' ? each.name : '';
}
