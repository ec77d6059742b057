import { escapeIdentifier, type ClientBase } from 'pg';

/** Holds the privilege to read the views; each key's role is a member. */
export const READER_ROLE = 'bi_reader';

const CREATE_ROLE = `CREATE ROLE ${READER_ROLE} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS`;

/** Functions that everybody may call and no reader needs: they take locks of the warehouse, or fill its disk. */
const NEEDLESS = `proname ~ '^pg_(try_)?advisory_' OR proname IN ('lo_creat', 'lo_create', 'lo_from_bytea')`;

/**
 * Makes the role of readers where the owner may make one, and takes from everybody what no reader needs.
 *
 * @param serving roles of the programs that serve from the views
 */
export async function prepareReaders(warehouse: ClientBase, serving: readonly string[]): Promise<void> {
  const { rows } = await warehouse.query<{ creates: boolean; owns: boolean }>(
    'SELECT rolsuper OR rolcreaterole AS creates, rolsuper AS owns FROM pg_roles WHERE rolname = current_user',
  );
  if (rows[0]?.creates === true) await makeRole(warehouse);
  if (rows[0]?.owns === true) await revokeNeedless(warehouse, serving);
}

async function makeRole(warehouse: ClientBase): Promise<void> {
  if (await isThere(warehouse)) return;
  try {
    await warehouse.query(CREATE_ROLE);
  } catch (error) {
    // Roles are of the whole server: another warehouse may have made it meanwhile.
    if (!(await isThere(warehouse))) throw error;
  }
}

async function revokeNeedless(warehouse: ClientBase, serving: readonly string[]): Promise<void> {
  const { rows } = await warehouse.query<{ list: string }>(
    `SELECT string_agg(oid::regprocedure::text, ', ') AS list FROM pg_proc
     WHERE pronamespace = 'pg_catalog'::regnamespace AND (${NEEDLESS})`,
  );
  const functions = `EXECUTE ON FUNCTION ${rows[0]?.list ?? ''}`;
  await warehouse.query(`REVOKE ${functions} FROM PUBLIC`);
  for (const role of serving) await warehouse.query(`GRANT ${functions} TO ${escapeIdentifier(role)}`);
}

/** Lets the readers see the schema `bi`, and those who serve besides whose keys count and the jobs. Recreated views have no grants. */
export async function grantReaders(
  warehouse: ClientBase,
  serving: readonly string[],
  parts: readonly string[],
): Promise<void> {
  const readers = [...serving, ...((await isThere(warehouse)) ? [READER_ROLE] : [])].map(escapeIdentifier);
  if (readers.length === 0) return;
  await warehouse.query(`GRANT USAGE ON SCHEMA bi TO ${readers.join(', ')}`);
  await warehouse.query(`GRANT SELECT ON ALL TABLES IN SCHEMA bi TO ${readers.join(', ')}`);
  if (serving.length === 0) return;
  const roles = serving.map(escapeIdentifier).join(', ');
  const schemas = parts.map(escapeIdentifier).join(', ');
  if (parts.length > 0) {
    await warehouse.query(`GRANT USAGE ON SCHEMA ${schemas} TO ${roles}`);
    await warehouse.query(`GRANT SELECT ON ALL TABLES IN SCHEMA ${schemas} TO ${roles}`);
  }
  await warehouse.query(`GRANT USAGE ON SCHEMA warehouse TO ${roles}`);
  await warehouse.query(`GRANT SELECT ON warehouse.key, warehouse.job_secret TO ${roles}`);
  await warehouse.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON warehouse.job TO ${roles}`);
}

async function isThere(warehouse: ClientBase): Promise<boolean> {
  const { rows } = await warehouse.query<{ found: boolean }>(
    'SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS found',
    [READER_ROLE],
  );
  return rows[0]?.found === true;
}
