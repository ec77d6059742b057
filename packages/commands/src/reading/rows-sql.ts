import type { SubgraphContext } from '@mtg/subgraph-kit';
import { columnOf } from '../tables/column-of';
import type { ReadColumn, Table, TableClass } from '../tables/table';
import { restrictionIfAny, type Restriction } from './restriction';
import type { Statement } from './statement';
import type { Wanted, WantedRelation } from './wanted';

type Reader = Pick<SubgraphContext, 'actor' | 'owner'>;

/** Parts of a SELECT: expressions, source and conditions. */
export interface RowsSql {
  readonly table: TableClass;
  readonly wanted: Wanted;
  /** Alias of the table in `conditions` and `order`. */
  readonly row: string;
  readonly conditions: readonly (string | undefined)[];
  readonly order?: string;
  /** Placeholder or number. */
  readonly limit?: string | number;
}

/**
 * SQL of rows with the columns and the relations that are wanted, all of it in one SELECT. A relation whose rows the
 * caller does not read is left out; the resolver of its field says why.
 */
export function rowsSql(statement: Statement, reader: Reader, rows: RowsSql): string {
  const { table, wanted, row, conditions, order, limit } = rows;
  const { readable, sqlName, name, isOneOfSeveral } = table.table;
  const columns = ['id', ...[...wanted.columns].filter((property) => property !== 'id')].map((property) =>
    columnSql(statement, row, readable, property),
  );
  const relations = [...wanted.relations].flatMap(([key, relation]) => {
    const restriction = restrictionIfAny(reader, relation.relation.target.table);
    return restriction ? [`${relationSql(statement, reader, row, relation, restriction)} AS "${key}"`] : [];
  });
  const typeName = isOneOfSeveral ? [`'${name}' AS "__typename"`] : [];
  const where = conditions.filter((each) => each !== undefined);
  return [
    `SELECT ${[...typeName, ...columns, ...relations].join(', ')} FROM ${sqlName} ${row}`,
    ...(where.length > 0 ? [`WHERE ${where.join(' AND ')}`] : []),
    ...(order === undefined ? [] : [`ORDER BY ${order}`]),
    ...(limit === undefined ? [] : [`LIMIT ${limit}`]),
  ].join(' ');
}

/** SQL of all those rows as one JSON array. */
export const rowsAsJson = (statement: Statement, sql: string): string => {
  const all = statement.alias();
  return `(SELECT coalesce(json_agg(${all}), '[]') FROM (${sql}) ${all})`;
};

/**
 * SQL of the rows that a relation leads to: a JSON array of children, or one JSON object.
 *
 * @param owner alias of the row that leads there; for children any relation with their key does
 * @param restriction of the rows to those that the caller reads
 */
export function relationSql(
  statement: Statement,
  reader: Reader,
  owner: string,
  { relation, page, wanted }: WantedRelation,
  restriction: Restriction,
): string {
  const row = statement.alias();
  const table = relation.target;
  const isParent = relation.kind === 'PARENT';
  const sql = rowsSql(statement, reader, {
    table,
    wanted,
    row,
    conditions: [
      isParent
        ? `${columnOf(row, relation.key)} = ${columnOf(owner, relation.by)}`
        : `${columnOf(row, relation.by)} = ${columnOf(owner, relation.key)}`,
      inForce(row),
      restriction(statement, row),
      page && page.after !== null ? `${row}.id > ${statement.value(page.after, 'uuid')}` : undefined,
    ],
    ...(!isParent && { order: `${row}.id` }),
    ...(relation.kind === 'CHILDREN' && page && { limit: page.size }),
    ...(relation.kind === 'CHILD' && { limit: 1 }),
  });
  if (relation.kind === 'CHILDREN' || relation.kind === 'WHOLE') return rowsAsJson(statement, sql);
  const one = statement.alias();
  return `(SELECT row_to_json(${one}) FROM (${sql}) ${one})`;
}

/** Tombstones are left out. */
export const inForce = (row: string): string => `${row}.deleted_at IS NULL`;

function columnSql(statement: Statement, row: string, readable: Table['readable'], property: string): string {
  const column = readable.get(property);
  if (!column) throw new Error(`there is no column ${property}`);
  return `${asJsonValue(column, column.expression(row, statement.now))} AS "${property}"`;
}

/** As the schema's scalars write it, so that nothing has to be converted here. */
function asJsonValue({ sql }: ReadColumn, value: string): string {
  if (sql === 'timestamptz') return `to_char(${value} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  // A JSON number would be read as a floating-point one.
  return sql === 'numeric' ? `(${value})::text` : value;
}
