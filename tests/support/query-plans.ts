import { Client } from 'pg';

/** A statement as it was sent to PostgreSQL. */
export interface SentStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Records the statements that read while `work` runs, with their values. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly SentStatement[]> {
  const sent: SentStatement[] = [];
  const send: (...given: readonly unknown[]) => unknown = Client.prototype.query;
  const spy = jest.spyOn(Client.prototype, 'query').mockImplementation(function query(
    this: Client,
    ...given: readonly unknown[]
  ) {
    const [statement, values] = given;
    const { text, values: own } = Object(statement) as Partial<SentStatement>;
    const read = typeof statement === 'string' ? statement : String(text);
    if (/^\s*(?:SELECT|WITH)\b/iu.test(read)) {
      sent.push({ text: read, values: Array.isArray(values) ? values : (own ?? []) });
    }
    return Reflect.apply(send, this, given);
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return sent;
}

/** How a plan reads a table. */
export interface Scan {
  readonly table: string;
  /** As PostgreSQL calls it, e.g. `Seq Scan`. */
  readonly kind: string;
  /** True if an index gives the rows by a condition, so that the scan does not read all of them. */
  readonly isByIndex: boolean;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** Ways to read whole tables, which a plan takes where rows are few even if an index would do. */
const WHOLE = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin'];

/**
 * Lets the planner take each table for a large one, and prefer indexes on this connection: a plan then reads a whole table only
 * where no index would do.
 */
export async function preferIndexes(client: Client): Promise<void> {
  await client.query(
    `SELECT pg_restore_relation_stats('schemaname', 'public', 'relname', relname::text,
       'relpages', relpages, 'reltuples', greatest(reltuples, 100000)::real)
     FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  for (const way of WHOLE) await client.query(`SET ${way} = off`);
}

/** The scans of the plan for a statement with its values. */
export async function scansOf(client: Client, { text, values }: SentStatement): Promise<readonly Scan[]> {
  const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    [...values],
  );
  return (rows[0]?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => scansBelow(Plan));
}

function scansBelow(node: PlanNode): readonly Scan[] {
  const { 'Node Type': kind, 'Relation Name': table, Plans = [] } = node;
  // A bitmap scan has its condition in the nodes that make the bitmap.
  const isByIndex = kind === 'Bitmap Heap Scan' || node['Index Cond'] !== undefined;
  return [...(table === undefined ? [] : [{ table, kind, isByIndex }]), ...Plans.flatMap(scansBelow)];
}
