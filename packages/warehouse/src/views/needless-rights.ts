import { escapeIdentifier, type ClientBase } from 'pg';

/** Functions that everybody may call and no reader needs: they take locks of the warehouse, or fill its disk. */
const NEEDLESS = `proname ~ '^pg_(try_)?advisory_' OR proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'pg_logical_emit_message')`;

/** Functions that count the rows of a table, and what was read and written of it: of every street, to any login. */
const COUNTING = `proname ~ '^pg_stat_get_(xact_)?(numscans|tuples_|live_tuples|dead_tuples|mod_since_analyze|ins_since_vacuum|blocks_)'`;

/** Views over them. */
const COUNTS = `relname ~ '^pg_stat(io)?_(xact_)?(all|sys|user)_(tables|indexes|sequences)$'`;

/** May see statistics of everything; monitoring programs are members. */
const MONITORS = 'pg_read_all_stats';

/** Databases of the server that have nothing to read: any login could fill them with temporary tables. */
const MAINTENANCE = ['postgres', 'template1'];

/**
 * Takes from everybody what no reader needs, where the owner may.
 *
 * @param serving roles of the programs that serve from the views
 */
export async function revokeNeedless(warehouse: ClientBase, serving: readonly string[]): Promise<void> {
  await closeMaintenance(warehouse);
  const { rows } = await warehouse.query<{ owns: boolean }>(
    'SELECT rolsuper AS owns FROM pg_roles WHERE rolname = current_user',
  );
  if (rows[0]?.owns !== true) return;
  await revokeFunctions(warehouse, NEEDLESS, serving);
  await revokeFunctions(warehouse, COUNTING, [MONITORS]);
  await revokeCounts(warehouse);
}

async function revokeFunctions(warehouse: ClientBase, which: string, keep: readonly string[]): Promise<void> {
  const { rows } = await warehouse.query<{ list: string }>(
    `SELECT string_agg(oid::regprocedure::text, ', ') AS list FROM pg_proc
     WHERE pronamespace = 'pg_catalog'::regnamespace AND (${which})`,
  );
  await moveRight(warehouse, `EXECUTE ON FUNCTION ${rows[0]?.list ?? ''}`, keep);
}

async function revokeCounts(warehouse: ClientBase): Promise<void> {
  const { rows } = await warehouse.query<{ list: string }>(
    `SELECT string_agg(oid::regclass::text, ', ') AS list FROM pg_class
     WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind = 'v' AND ${COUNTS}`,
  );
  await moveRight(warehouse, `SELECT ON ${rows[0]?.list ?? ''}`, [MONITORS]);
}

async function moveRight(warehouse: ClientBase, right: string, keep: readonly string[]): Promise<void> {
  await warehouse.query(`REVOKE ${right} FROM PUBLIC`);
  for (const role of keep) await warehouse.query(`GRANT ${right} TO ${escapeIdentifier(role)}`);
}

async function closeMaintenance(warehouse: ClientBase): Promise<void> {
  for (const name of await openMaintenance(warehouse)) {
    try {
      await warehouse.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${escapeIdentifier(name)} FROM PUBLIC`);
    } catch (error) {
      // Databases are of the whole server: another warehouse may close it at the same time.
      if ((await openMaintenance(warehouse)).includes(name)) throw error;
    }
  }
}

/** Those that everybody may enter, and that are the owner's to close. */
async function openMaintenance(warehouse: ClientBase): Promise<readonly string[]> {
  const { rows } = await warehouse.query<{ name: string }>(
    `SELECT datname AS name FROM pg_database
     WHERE datname = ANY ($1) AND datname <> current_database() AND pg_has_role(current_user, datdba, 'USAGE')
       AND has_database_privilege('public', oid, 'CONNECT, TEMPORARY')`,
    [MAINTENANCE],
  );
  return rows.map(({ name }) => name);
}
