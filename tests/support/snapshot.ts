import type { TestSubgraph } from './test-subgraph';

/** Tells what a subgraph's database holds, but for the audit trail: what a refusal must leave as it was. */
export async function snapshotsOf({
  database,
}: Pick<TestSubgraph, 'database'>): Promise<() => Promise<string>> {
  const tables: readonly { name: string; versioned: boolean }[] = await database.query(`
    SELECT table_name AS name, bool_or(column_name = 'version') AS versioned
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'audit_entry' GROUP BY 1 ORDER BY 1`);
  const counts = tables.map(
    ({ name, versioned }) =>
      `SELECT '${name}' AS name, count(*) || ${versioned ? `'/' || coalesce(sum(version), 0)` : `''`} AS held FROM ${name}`,
  );
  const sql = `SELECT string_agg(name || ' ' || held, E'\\n' ORDER BY name) AS text FROM (${counts.join(' UNION ALL ')}) AS t`;
  return async () => {
    const [row]: readonly { text: string }[] = await database.query(sql);
    return row?.text ?? '';
  };
}
