import { createHash } from 'node:crypto';
import { escapeIdentifier, escapeLiteral } from 'pg';
import type { DataSource } from 'typeorm';
import { PREFIX } from './dropped-views';
import { PREPARATION_LOCK } from './migrate';

/** A view as text: it is not migrated, but made anew when its text is another. */
export interface DatabaseView {
  readonly name: string;
  /** The SELECT. Its columns may be added to at the end; one that goes, or has another type, takes another name of the view. */
  readonly select: string;
}

const digestOf = ({ select }: DatabaseView): string =>
  `${PREFIX}${createHash('sha256').update(select).digest('hex')}`;

/**
 * Makes those views anew whose text is not that of which they were made. What it was is in the comment of the view.
 *
 * @param owner connected as the owner of the database, after the migrations and before the grants
 * @returns names of the views that were made
 */
export async function recreateViews(
  owner: DataSource,
  views: readonly DatabaseView[],
): Promise<readonly string[]> {
  return owner.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [PREPARATION_LOCK]);
    const known: readonly { name: string; comment: string | null }[] = await manager.query(
      `SELECT relname AS name, obj_description(oid, 'pg_class') AS comment FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'v' AND relname = ANY ($1)`,
      [views.map(({ name }) => name)],
    );
    const comments = new Map(known.map(({ name, comment }) => [name, comment]));
    const changed = views.filter((view) => comments.get(view.name) !== digestOf(view));
    for (const view of changed) {
      const name = `public.${escapeIdentifier(view.name)}`;
      // One after the other: they are made in one transaction.
      await manager.query(`CREATE OR REPLACE VIEW ${name} AS ${view.select}`);
      await manager.query(`COMMENT ON VIEW ${name} IS ${escapeLiteral(digestOf(view))}`);
    }
    return changed.map(({ name }) => name);
  });
}
