import { ConfigurationError } from '@mtg/service-kit';
import type { EntityManager } from 'typeorm';

/** Schema of the functions by which the warehouse reads the log. They are all that there is in it. */
export const STREAM_SCHEMA = 'mtg_sharing';

/** Names of the slots that a warehouse may have; those of others are not its own. */
export const SLOT_PATTERN = '^warehouse_[0-9a-f]{12}$';

/** Without `pg_temp` at its end, types and tables that the caller makes for itself would come before PostgreSQL's. */
const PATH = 'SET search_path = pg_catalog, pg_temp';

/** They run as the owner, who may read the log. Neither plugin nor publication nor option is for the caller to choose. */
const AS_OWNER = `STRICT SECURITY DEFINER ${PATH}`;

const FUNCTIONS = [
  `CREATE FUNCTION ${STREAM_SCHEMA}.own_slot(slot text) RETURNS name LANGUAGE plpgsql STRICT ${PATH} AS $$
  BEGIN
    IF slot !~ '${SLOT_PATTERN}' OR EXISTS (
      SELECT FROM pg_catalog.pg_replication_slots WHERE slot_name = slot AND database IS DISTINCT FROM current_database()
    ) THEN
      RAISE insufficient_privilege USING MESSAGE = format('%L is no slot of a warehouse of this database', slot);
    END IF;
    RETURN slot::name;
  END $$`,
  // An expression and not a query: if tables are made or dropped meanwhile, PostgreSQL leaves a query with another owner of its
  // snapshot than it began with, and fails (seen in 8 of 1600 tries; as an expression in none).
  `CREATE FUNCTION ${STREAM_SCHEMA}.create_slot(slot text) RETURNS pg_lsn LANGUAGE plpgsql ${AS_OWNER} AS $$
  BEGIN
    RETURN (pg_create_logical_replication_slot(${STREAM_SCHEMA}.own_slot(slot), 'pgoutput')).lsn;
  END $$`,
  `CREATE FUNCTION ${STREAM_SCHEMA}.drop_slot(slot text) RETURNS void LANGUAGE sql ${AS_OWNER} AS $$
    SELECT pg_drop_replication_slot(${STREAM_SCHEMA}.own_slot(slot)) $$`,
  // In SQL its rows go to the caller as they are asked for; in PL/pgSQL they would be gathered twice.
  `CREATE FUNCTION ${STREAM_SCHEMA}.changes(slot text, upto pg_lsn, most integer) RETURNS SETOF bytea LANGUAGE sql ${AS_OWNER} AS $$
    SELECT data FROM pg_logical_slot_peek_binary_changes(${STREAM_SCHEMA}.own_slot(slot), upto, most,
      'proto_version', '1', 'publication_names', 'shared') $$`,
  `CREATE FUNCTION ${STREAM_SCHEMA}.acknowledge(slot text, upto pg_lsn) RETURNS bigint LANGUAGE plpgsql ${AS_OWNER} AS $$
  DECLARE own name := ${STREAM_SCHEMA}.own_slot(slot);
  BEGIN
    IF upto > (SELECT confirmed_flush_lsn FROM pg_catalog.pg_replication_slots WHERE slot_name = own) THEN
      PERFORM pg_replication_slot_advance(own, upto);
    END IF;
    RETURN (SELECT upto - restart_lsn FROM pg_catalog.pg_replication_slots WHERE slot_name = own);
  END $$`,
  // An owner who is no superuser may do so only where it was granted; the server does it by itself every 15 s.
  `CREATE FUNCTION ${STREAM_SCHEMA}.mark_log() RETURNS pg_lsn LANGUAGE plpgsql ${AS_OWNER} AS $$
  BEGIN
    IF has_function_privilege('pg_log_standby_snapshot()', 'EXECUTE') THEN RETURN pg_log_standby_snapshot(); END IF;
    RETURN NULL;
  END $$`,
];

/**
 * Makes the functions by which a role reads the changes of what is shared, as this version has them, and lets that role
 * alone run them.
 *
 * @param role quoted
 * @throws ConfigurationError when the owner may not read the log either
 */
export async function makeStream(manager: EntityManager, role: string): Promise<void> {
  await requireLogReader(manager);
  await dropStream(manager);
  await manager.query(
    [
      `CREATE SCHEMA ${STREAM_SCHEMA}`,
      ...FUNCTIONS,
      `REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${STREAM_SCHEMA} FROM PUBLIC`,
      `GRANT USAGE ON SCHEMA ${STREAM_SCHEMA} TO ${role}`,
      `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${STREAM_SCHEMA} TO ${role}`,
    ].join(';\n'),
  );
}

export const dropStream = async (manager: EntityManager): Promise<void> =>
  manager.query(`DROP SCHEMA IF EXISTS ${STREAM_SCHEMA} CASCADE`);

/** A slot cannot have this name, so that nothing is dropped where the owner may. */
const MAY_READ_LOG = `DO $$ BEGIN
  PERFORM pg_drop_replication_slot('No slot!');
EXCEPTION WHEN undefined_object THEN NULL; END $$`;

/** Tries instead of looking at attributes: providers of managed servers have roles of their own for it. */
async function requireLogReader(manager: EntityManager): Promise<void> {
  const [{ owner }]: [{ owner: string }] = await manager.query('SELECT current_user::text AS owner');
  await manager.query(MAY_READ_LOG).catch((error: unknown) => {
    throw isRefused(error) ? noLogReader(owner) : error;
  });
}

const INSUFFICIENT_PRIVILEGE = '42501';

// Errors of the driver have a code; others have none.
const isRefused = (error: unknown): boolean =>
  (error as { readonly code?: string }).code === INSUFFICIENT_PRIVILEGE;

const noLogReader = (owner: string): ConfigurationError =>
  new ConfigurationError([
    `WAREHOUSE_ROLE: 所有者“${owner}”无权读取预写日志，而共享的变更要由它的函数读出。请数据库管理员执行 ALTER ROLE "${owner}" REPLICATION · ` +
      `the owner "${owner}" may not read the log, and changes of what is shared are read by its functions. Ask the database administrator to run ALTER ROLE "${owner}" REPLICATION`,
  ]);
