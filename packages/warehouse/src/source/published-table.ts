import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';

/** A column that a source publishes. */
export interface PublishedColumn {
  readonly name: string;
  /** As PostgreSQL writes it, e.g. `timestamp(3) with time zone`. */
  readonly type: string;
}

/** A table that a source publishes, with the columns that it shares. Its key is `id`. */
export interface PublishedTable {
  readonly oid: number;
  /** Object id of the publication: one that was made again has missed what was written in between. */
  readonly publication: number;
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly PublishedColumn[];
}

/** The publication of every source. */
const PUBLICATION = 'shared';

/**
 * The tables of the publication, by name. Columns of types that the source made itself are text here.
 *
 * @param source connected as the role that the warehouse reads with
 */
export async function publishedTables(source: ClientBase): Promise<readonly PublishedTable[]> {
  const { rows } = await source.query<PublishedTable>(
    `SELECT relation.oid::int8::int AS oid, publication.oid::int8::int AS publication, published.schemaname AS schema, published.tablename AS name,
       (SELECT jsonb_agg(jsonb_build_object('name', attribute.attname, 'type',
            CASE WHEN type.typnamespace = 'pg_catalog'::regnamespace
              THEN format_type(attribute.atttypid, attribute.atttypmod) ELSE 'text' END) ORDER BY attribute.attnum)
          FROM pg_attribute attribute JOIN pg_type type ON type.oid = attribute.atttypid
          WHERE attribute.attrelid = relation.oid AND attribute.attname = ANY (published.attnames)) AS columns
     FROM pg_publication_tables published
     JOIN pg_class relation ON relation.oid = format('%I.%I', published.schemaname, published.tablename)::regclass
     JOIN pg_publication publication ON publication.pubname = published.pubname
     WHERE published.pubname = $1
     ORDER BY published.tablename`,
    [PUBLICATION],
  );
  return rows;
}

/** Differs whenever one of these differs: a table or a column came, went, changed its type, or was recreated. */
export const signatureOf = (what: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(what)).digest('hex');
