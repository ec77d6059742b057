import { snakeCase } from '@mtg/subgraph-kit';
import type { Column } from './column';
import { targetOf, type Table } from './table';

/**
 * The statements that a new table's migration starts from: the columns with what their use says of them, and an index for
 * whatever lists and relations look up. To be read and completed by hand: rules that hold against raw SQL are not in it.
 */
export function createTableSql({ sqlName, columns, writes }: Table): string {
  const entries = Object.entries(columns);
  const lines = entries.map(([property, column]) => `  ${columnSql(sqlName, property, column)}`);
  const looked = entries.filter(
    ([, { reference, usage, sql }]) => reference || usage === 'CODE' || sql === 'date',
  );
  return [
    `CREATE TABLE ${sqlName} (\${WORK_ROW_COLUMNS},`,
    lines.join(',\n'),
    ');',
    `CREATE INDEX ${sqlName}_updated ON ${sqlName} (updated_at, id);`,
    ...looked.map(([property, { sql }]) => indexSql(sqlName, snakeCase(property), sql === 'text[]')),
    ...(writes === 'APPEND_ONLY' ? [immutableSql(sqlName)] : []),
  ].join('\n');
}

function columnSql(table: string, property: string, column: Column<unknown>): string {
  const { sql, nullable, byDefault, usage, choices, reference } = column;
  const name = snakeCase(property);
  const type = { timestamptz: 'timestamptz(3)', numeric: 'numeric(15,2)' }[sql as string] ?? sql;
  const label = `${table}_${name.replace(/_(?:id|code)$/, '')}`;
  const parts = [name, type, ...(nullable ? [] : ['NOT NULL'])];
  if (byDefault !== undefined) parts.push(`DEFAULT '${byDefault}'`);
  if (reference?.kind === 'TABLE') {
    const { table: target } = targetOf(reference);
    parts.push(`CONSTRAINT ${label}_fk REFERENCES ${target.sqlName} (${snakeCase(reference.key ?? 'id')})`);
  } else if (choices) {
    const listed = choices.map((choice) => `'${choice}'`).join(', ');
    const isOne = sql === 'text[]' ? `${name} <@ ARRAY[${listed}]` : `${name} IN (${listed})`;
    parts.push(`CONSTRAINT ${label} CHECK (${isOne})`);
  } else if (sql === 'text' && !nullable && usage !== 'ORDINARY') {
    parts.push(`CONSTRAINT ${label} CHECK (btrim(${name}) <> '')`);
  }
  return parts.join(' ');
}

const indexSql = (table: string, column: string, isList: boolean): string => {
  const name = `${table}_${column.replace(/_(?:id|code)$/, '')}`;
  return isList
    ? `CREATE INDEX ${name} ON ${table} USING gin (${column});`
    : `CREATE INDEX ${name} ON ${table} (${column}, id);`;
};

/** Permanent records stay unchanged. Sample data can be removed. */
const immutableSql = (table: string): string =>
  `CREATE TRIGGER ${table}_immutable BEFORE UPDATE OR DELETE ON ${table}
  FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();`;
