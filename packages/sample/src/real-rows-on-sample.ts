import type { TransactionManager } from '@mtg/commands';

/** Real rows that refer to sample rows by one column. */
export interface RealReferences {
  /** `work_order_event.work_order_id` */
  readonly column: string;
  readonly count: number;
}

interface ForeignKey {
  readonly child: string;
  readonly column: string;
  readonly parent: string;
  /** False for reference data, which are all real. */
  readonly marked: boolean;
}

/** Every foreign key to the id of a row that may be a sample. */
const FOREIGN_KEYS = `
  SELECT k.conrelid::regclass::text AS child, c.attname AS column, k.confrelid::regclass::text AS parent,
    EXISTS (SELECT FROM pg_attribute m WHERE m.attrelid = k.conrelid AND m.attname = 'sample') AS marked
  FROM pg_constraint k
  CROSS JOIN LATERAL unnest(k.conkey, k.confkey) AS pair (own, theirs)
  JOIN pg_attribute c ON c.attrelid = k.conrelid AND c.attnum = pair.own
  JOIN pg_attribute p ON p.attrelid = k.confrelid AND p.attnum = pair.theirs AND p.attname = 'id'
  JOIN pg_attribute s ON s.attrelid = k.confrelid AND s.attname = 'sample'
  WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace
  ORDER BY 1, 2`;

/** Finds real rows that refer to sample data. Removing it would leave them without references. */
export async function realRowsOnSample(manager: TransactionManager): Promise<readonly RealReferences[]> {
  const keys: readonly ForeignKey[] = await manager.query(FOREIGN_KEYS);
  const found: RealReferences[] = [];
  for (const { child, column, parent, marked } of keys) {
    const isReal = marked ? 'NOT c.sample' : 'true';
    const [row]: readonly { count: number }[] = await manager.query(
      `SELECT count(*)::int AS count FROM ${child} c JOIN ${parent} p ON p.id = c."${column}" AND p.sample WHERE ${isReal}`,
    );
    if (row && row.count > 0) found.push({ column: `${child}.${column}`, count: row.count });
  }
  return found;
}
