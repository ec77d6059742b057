import { escapeIdentifier, type ClientBase } from 'pg';
import { revokeNeedless } from './needless-rights';

/** Holds the privilege to read the views; each key's role is a member. */
export const READER_ROLE = 'bi_reader';

const CREATE_ROLE = `CREATE ROLE ${READER_ROLE} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS`;

/**
 * Makes the role of readers where the owner may make one, and takes from everybody what no reader needs.
 *
 * @param serving roles of the programs that serve from the views
 */
export async function prepareReaders(warehouse: ClientBase, serving: readonly string[]): Promise<void> {
  const { rows } = await warehouse.query<{ creates: boolean }>(
    'SELECT rolsuper OR rolcreaterole AS creates FROM pg_roles WHERE rolname = current_user',
  );
  if (rows[0]?.creates === true) await makeRole(warehouse);
  await revokeNeedless(warehouse, serving);
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
