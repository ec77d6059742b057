import type { EntityManager } from 'typeorm';
import { escapeIdentifier } from 'pg';
import { DATABASE_START } from './database-start';
import { columnList } from '../database/publication';
import type { SharedTable } from '../database/shared-table';
import { STREAM_SCHEMA } from './stream-functions';

/** Tables, views and sequences of the schema `public` that are the owner's, without those of extensions. */
const OURS = `relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
  AND pg_has_role(current_user, relowner, 'USAGE')
  AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = c.oid AND classid = 'pg_class'::regclass AND deptype = 'e')`;

/** Takes every right on what is in the schema `public` from a role. @param role quoted */
export async function revokeAll(manager: EntityManager, role: string): Promise<void> {
  const existing: readonly { name: string; sequence: boolean }[] = await manager.query(
    `SELECT relname AS name, relkind = 'S' AS sequence FROM pg_class AS c WHERE ${OURS} ORDER BY relname`,
  );
  const namesOf = (isSequence: boolean): string =>
    existing
      .filter(({ sequence }) => sequence === isSequence)
      .map(({ name }) => onTable(name))
      .join(', ');
  const [tables, sequences] = [namesOf(false), namesOf(true)];
  // Revoking a right on a table takes it on the columns as well.
  if (tables !== '') await manager.query(`REVOKE ALL ON TABLE ${tables} FROM ${role}`);
  if (sequences !== '') await manager.query(`REVOKE ALL ON SEQUENCE ${sequences} FROM ${role}`);
}

/** Lets a role read the shared columns, and the starts of the database. @param role quoted */
export async function grantShared(
  manager: EntityManager,
  role: string,
  tables: readonly SharedTable[],
): Promise<void> {
  const grants = tables.map(
    ({ table, columns }) => `GRANT SELECT (${columnList(columns)}) ON TABLE ${onTable(table)} TO ${role}`,
  );
  await manager.query([...grants, `GRANT SELECT ON TABLE ${onTable(DATABASE_START)} TO ${role}`].join('; '));
}

/**
 * Rights of a role beyond reading the shared columns, e.g. by other roles that it may become: one that reads the log, or one of
 * PostgreSQL's own, such as those that read files of the server or the statements of others.
 *
 * @returns each as `SELECT ON meeting.convener`
 */
export async function surplusRights(
  manager: EntityManager,
  role: string,
  tables: readonly SharedTable[],
): Promise<readonly string[]> {
  const shared = tables.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
  const rows: readonly { right: string }[] = await manager.query(
    `WITH roles AS (SELECT oid, rolname, rolreplication FROM pg_roles WHERE rolname = $1 OR pg_has_role($1, oid, 'MEMBER')),
       tables AS (SELECT oid, relname FROM pg_class AS c WHERE ${OURS} AND relkind <> 'S')
     SELECT DISTINCT 'SELECT ON ' || t.relname || '.' || attname AS right
     FROM roles AS r, tables AS t, pg_attribute AS a
     WHERE attrelid = t.oid AND attnum > 0 AND NOT attisdropped
       AND t.relname || '.' || attname <> ALL ($2) AND t.relname <> $3
       AND has_column_privilege(r.oid, t.oid, attnum, 'SELECT')
     UNION
     SELECT 'SET ROLE ' || rolname FROM roles
     WHERE rolname <> $1 AND (rolreplication OR rolname ~ '^pg_' OR rolname = 'rds_replication')
     UNION
     SELECT 'EXECUTE ON ' || f.oid::regprocedure
     FROM roles AS r, pg_proc AS f, aclexplode(proacl) AS granted
     WHERE grantee = r.oid AND rolname !~ '^pg_' AND pronamespace IS DISTINCT FROM to_regnamespace($4)
     UNION
     SELECT DISTINCT privilege || ' ON ' || t.relname
     FROM roles AS r, tables AS t, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) AS privilege
     WHERE has_table_privilege(r.oid, t.oid, privilege)
       OR privilege IN ('INSERT', 'UPDATE', 'REFERENCES') AND has_any_column_privilege(r.oid, t.oid, privilege)
     ORDER BY 1`,
    [role, shared, DATABASE_START, STREAM_SCHEMA],
  );
  return rows.map(({ right }) => right);
}

const onTable = (name: string): string => `public.${escapeIdentifier(name)}`;
