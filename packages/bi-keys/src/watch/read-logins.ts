import type { ClientBase } from 'pg';
import { markOf } from '../keys/login';

/** Rights of the owner, on which it depends what is seen of a login. */
export interface Owner {
  readonly superuser: boolean;
  readonly seesPasswords: boolean;
  readonly database: string;
}

/** A key that counts, and its login as the server has it. */
export interface Login {
  readonly name: string;
  readonly verifier: string;
  /** Undefined where the owner may not see it. */
  readonly password?: string;
  /** By database; null for all of them. */
  readonly settings: readonly { readonly database: string | null; readonly values: readonly string[] }[];
}

export async function readOwner(client: ClientBase): Promise<Owner> {
  const { rows } = await client.query<Owner>(
    `SELECT rolsuper AS superuser, has_table_privilege('pg_catalog.pg_authid', 'SELECT') AS "seesPasswords",
       current_database() AS database FROM pg_roles WHERE rolname = current_user`,
  );
  const [owner] = rows;
  if (!owner) throw new Error('the server does not say who is connected');
  return owner;
}

export async function readLogins(
  client: ClientBase,
  { seesPasswords, database }: Owner,
): Promise<readonly Login[]> {
  const { rows } = await client.query<Login>(
    `SELECT key.name, key.verifier, ${seesPasswords ? 'coalesce(role.rolpassword, $$$$) AS password,' : ''}
       (SELECT coalesce(json_agg(json_build_object('database', datname, 'values', setconfig)), '[]')
        FROM pg_db_role_setting LEFT JOIN pg_database ON pg_database.oid = setdatabase
        WHERE setrole = role.oid) AS settings
     FROM warehouse.key AS key JOIN ${seesPasswords ? 'pg_authid' : 'pg_roles'} AS role ON role.rolname = 'bi_' || key.name
     WHERE key.revoked_at IS NULL AND key.expires_at > now() AND shobj_description(role.oid, 'pg_authid') = $1
     ORDER BY key.name`,
    [markOf(database)],
  );
  return rows;
}
