import type { TableClass, TableSet, TraceEdge } from '@mtg/commands';
import { snakeCase, type DatabaseView } from '@mtg/subgraph-kit';
import { APPROVAL_NODES, FURTHER_EDGES, PROCUREMENT_NODES, TRANSFER_NODES } from './further-edges';

/**
 * The two views of chains (ADR 12): the objects with their types, titles and states, and the links from an origin to its outcome. Every
 * branch is a plain SELECT over a table with an index on what it is looked up by, so that a walk reads no more than it
 * visits.
 */
export const traceViews = ({ tables }: TableSet): readonly DatabaseView[] => [
  {
    name: 'trace_node',
    select: [...tables.flatMap(nodesOf), APPROVAL_NODES, TRANSFER_NODES, ...PROCUREMENT_NODES].join(
      '\nUNION ALL ',
    ),
  },
  {
    name: 'trace_edge',
    select: [...tables.flatMap(edgesOf), ...FURTHER_EDGES].join('\nUNION ALL '),
  },
];

function nodesOf({ table: { name, sqlName, trace, columns } }: TableClass): readonly string[] {
  if (!trace) return [];
  const state = 'state' in columns ? 'state' : 'NULL';
  return [
    `SELECT id, '${name}' AS type_name, (${trace.title})::text AS title, ${state} AS state, created_at AS at, sample FROM ${sqlName}`,
  ];
}

const edgesOf = ({ table: { sqlName, columns } }: TableClass): readonly string[] =>
  Object.entries(columns).flatMap(([property, { nullable, reference }]) =>
    reference?.trace ? [edge(sqlName, property, nullable, reference.trace)] : [],
  );

function edge(table: string, property: string, nullable: boolean, { up, down, outcome }: TraceEdge): string {
  const other = snakeCase(property);
  const [from, to] = outcome ? ['id', other] : [other, 'id'];
  const conditions = ['deleted_at IS NULL', ...(nullable ? [`${other} IS NOT NULL`] : [])];
  return `SELECT ${from} AS origin_id, ${to} AS outcome_id, '${up}' AS up, '${down}' AS down FROM ${table} WHERE ${conditions.join(' AND ')}`;
}
