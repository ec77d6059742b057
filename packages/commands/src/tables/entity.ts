import { zhEn, type Class } from '@mtg/subgraph-kit';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Check, Column as EntityColumn, Entity, type ColumnOptions } from 'typeorm';
import type { Column } from './column';
import type { Table } from './table';

/** Makes a class the entity of a table, and the type of its rows in the schema. */
export function declareEntity(
  row: Class,
  { name, sqlName, description, key, columns, derived }: Table,
  checks: Readonly<Record<string, string>>,
): void {
  Entity(sqlName)(row);
  for (const [constraint, condition] of Object.entries(checks)) Check(constraint, condition)(row);
  Directive(key === undefined ? '@shareable' : `@key(fields: "${key}")`)(row);
  ObjectType(name, { description, simpleResolvers: true })(row);
  const prototype = row.prototype as object;
  for (const [property, column] of Object.entries(columns)) {
    EntityColumn(optionsOf(column))(prototype, property);
  }
  for (const [property, column] of Object.entries({ ...columns, ...derived })) {
    const { graphqlType, nullable, zh, en } = column;
    if (graphqlType) Field(graphqlType, { nullable, description: zhEn(zh, en) })(prototype, property);
  }
}

function optionsOf({ sql, nullable, byDefault }: Column<unknown>): ColumnOptions {
  const isList = sql === 'text[]';
  return {
    type: isList ? 'text' : sql,
    ...(isList && { array: true }),
    ...(sql === 'timestamptz' && { precision: 3 }),
    ...(sql === 'numeric' && { precision: 15, scale: 2 }),
    nullable,
    ...(byDefault !== undefined && { default: byDefault }),
  };
}
