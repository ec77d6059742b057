import { createHash } from 'node:crypto';
import { escapeIdentifier, escapeLiteral, type ClientBase } from 'pg';

/** The district's tables are looked up in each street, for names. */
export const DISTRICT = 'DISTRICT';

/** Views with the rows of one source alone. */
export interface PartViews {
  readonly schema: string;
  readonly views: readonly { readonly name: string; readonly select: string }[];
}

/** Schema of the views of one source. */
export const partSchema = ({ code }: { readonly code: string }): string => `bi_${code.toLowerCase()}`;

/** Parts that are not there as they should be. A copy that was replaced has taken its views along. */
export async function changedParts(
  warehouse: ClientBase,
  parts: readonly PartViews[],
): Promise<readonly PartViews[]> {
  const { rows } = await warehouse.query<{ schema: string; count: number; digest: string | null }>(
    `SELECT nspname AS schema, obj_description(oid) AS digest,
       (SELECT count(*)::int FROM pg_class WHERE relnamespace = pg_namespace.oid AND relkind = 'v') AS count
     FROM pg_namespace WHERE nspname = ANY ($1)`,
    [parts.map(({ schema }) => schema)],
  );
  const isThere = (part: PartViews): boolean =>
    rows.some(
      ({ schema, count, digest }) =>
        schema === part.schema && count === part.views.length && digest === digestOf(part),
    );
  return parts.filter((part) => !isThere(part));
}

const digestOf = ({ views }: PartViews): string =>
  createHash('sha256').update(JSON.stringify(views)).digest('hex');

/**
 * Statements that recreate the views of one source, for the programs that serve: of those over all sources the planner makes
 * every column for every row, and sees no order.
 */
export function partStatements(part: PartViews): readonly string[] {
  const inPart = escapeIdentifier(part.schema);
  return [
    `DROP SCHEMA IF EXISTS ${inPart} CASCADE`,
    `CREATE SCHEMA ${inPart}`,
    ...part.views.map(({ name, select }) => `CREATE VIEW ${inPart}.${escapeIdentifier(name)} AS ${select}`),
    `COMMENT ON SCHEMA ${inPart} IS ${escapeLiteral(digestOf(part))}`,
  ];
}
