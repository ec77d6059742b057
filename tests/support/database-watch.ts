import { Client } from 'pg';
import type { TestDatabase } from './test-database';

/** Content of a database, and the records added since it was last looked at. */
export interface Held {
  /** Of every table but the audit trail: how many rows there are, and the sum of their versions. */
  readonly rows: string;
  readonly entries: readonly AuditRow[];
}

export interface AuditRow {
  readonly actor: string | null;
  readonly role: string | null;
  readonly command: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly rule: string | null;
  readonly targets: number;
}

/**
 * Looks at a subgraph's database again and again: what a refusal must leave as it was, and the entry that it leaves. One
 * statement, planned once, because a walk over the policy looks some three thousand times.
 */
export class DatabaseWatch {
  #seen = 0;

  private constructor(
    private readonly client: Client,
    private readonly sql: string,
  ) {}

  static async over({ url }: Pick<TestDatabase, 'url'>): Promise<DatabaseWatch> {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows: tables } = await client.query<{ name: string; versioned: boolean }>(`
      SELECT table_name AS name, bool_or(column_name = 'version') AS versioned
      FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'audit_entry' GROUP BY 1 ORDER BY 1`);
    const counts = tables.map(
      ({ name, versioned }) =>
        `SELECT '${name}' AS name, count(*) || ${versioned ? `'/' || coalesce(sum(version), 0)` : `''`} AS held FROM ${name}`,
    );
    return new DatabaseWatch(
      client,
      `SELECT (SELECT string_agg(name || ' ' || held, E'\\n' ORDER BY name) FROM (${counts.join(' UNION ALL ')}) AS t) AS rows,
        (SELECT coalesce(json_agg(e), '[]') FROM (
          SELECT actor, role, command, outcome, code, rule, cardinality(targets) AS targets
          FROM audit_entry ORDER BY sequence OFFSET $1) AS e) AS entries`,
    );
  }

  async look(): Promise<Held> {
    const { rows } = await this.client.query<Held>({ name: 'look', text: this.sql, values: [this.#seen] });
    const [held] = rows;
    if (!held) throw new Error('the database says nothing');
    this.#seen += held.entries.length;
    return held;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
