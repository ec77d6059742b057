import { escapeIdentifier, type ClientBase } from 'pg';
import type { StoredFacts } from './facts';
import { FEED, FEED_COLUMN, inSchema, listed, type MirroredTable } from './mirrored-table';

/** Ids of the rows whose facts have to be recomputed. */
export type Touched = Map<StoredFacts, Set<string>>;

interface FactsTarget {
  readonly client: ClientBase;
  readonly schema: string;
  readonly tables: ReadonlyMap<string, MirroredTable>;
}

/** Recomputes stored facts. A row whose facts changed has a later position. */
export async function updateFacts(target: FactsTarget, touched: Touched): Promise<void> {
  for (const [facts, ids] of touched) {
    if (ids.size > 0) await computeFacts(target, facts.table, [...ids]);
  }
}

/** @param ids all rows of the table without it */
export async function computeFacts(
  { client, schema, tables }: FactsTarget,
  table: string,
  ids?: readonly string[],
): Promise<void> {
  const facts = tables.get(table)?.facts ?? [];
  if (facts.length === 0) return;
  // The expressions name the tables of their source without a schema. In tables that were just filled the planner believes that
  // there is nothing to look up, and would read all of a table for each row.
  await client.query(
    `SET LOCAL search_path = ${escapeIdentifier(schema)}${ids ? '; SET LOCAL enable_seqscan = off' : ''}`,
  );
  const names = facts.map(({ name }) => name);
  const computed = facts.map(({ name, sql }) => `${sql('source')} AS ${escapeIdentifier(name)}`).join(', ');
  await client.query(
    `UPDATE ${inSchema(schema, table)} AS row
     SET (${listed(names)}, ${FEED_COLUMN}) = ROW (${listed(names, 'fact.')}, nextval('${inSchema(schema, FEED)}'))
     FROM (SELECT source.id, ${computed} FROM ${inSchema(schema, table)} AS source ${ids ? 'WHERE source.id = ANY ($1::uuid[])' : ''}) AS fact
     WHERE row.id = fact.id AND (${listed(names, 'row.')}) IS DISTINCT FROM (${listed(names, 'fact.')})`,
    ids ? [ids] : [],
  );
}
