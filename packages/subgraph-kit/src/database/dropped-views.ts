import { escapeIdentifier, escapeLiteral } from 'pg';
import type { QueryRunner } from 'typeorm';

/** Begins the comment of each view that the platform created. */
export const PREFIX = 'mtg: ';

/** A view as the database had it. */
export interface DroppedView {
  readonly name: string;
  readonly select: string;
  readonly comment: string;
  /** Roles that could read it, quoted. */
  readonly readers: readonly string[];
}

/** Drops all views that the platform created, declared or not. @returns what they were */
export async function dropViews(runner: QueryRunner): Promise<readonly DroppedView[]> {
  const views: readonly DroppedView[] = await runner.query(
    `SELECT relname AS name, pg_get_viewdef(oid) AS select, obj_description(oid, 'pg_class') AS comment,
       ARRAY(SELECT grantee::regrole::text FROM aclexplode(relacl)
         WHERE privilege_type = 'SELECT' AND grantee NOT IN (0, relowner)) AS readers
     FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'
       AND starts_with(obj_description(oid, 'pg_class'), $1)
     ORDER BY oid`,
    [PREFIX],
  );
  if (views.length > 0) await runner.query(`DROP VIEW ${views.map(({ name }) => inPublic(name)).join(', ')}`);
  return views;
}

/**
 * Creates views as they were, for the version that serves. One that no longer fits the tables, which earlier
 * migrations have changed, stays away until the migrations succeed.
 */
export async function restoreViews(runner: QueryRunner, views: readonly DroppedView[]): Promise<void> {
  for (const { name, select, comment, readers } of views) {
    const statements = [
      `CREATE VIEW ${inPublic(name)} AS ${select.replace(/;\s*$/, '')}`,
      `COMMENT ON VIEW ${inPublic(name)} IS ${escapeLiteral(comment)}`,
      ...readers.map((role) => `GRANT SELECT ON ${inPublic(name)} TO ${role}`),
    ];
    // One by one, since a view may read another. A text of several statements is one transaction.
    // oxlint-disable-next-line no-await-in-loop
    await runner.query(statements.join('; ')).catch(() => undefined);
  }
}

const inPublic = (name: string): string => `public.${escapeIdentifier(name)}`;
