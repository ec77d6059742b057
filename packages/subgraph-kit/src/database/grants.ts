import { ConfigurationError } from '@mtg/service-kit';
import { escapeIdentifier } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { ensureRole } from './ensure-role';
import { PREPARATION_LOCK } from './migrate';
import type { RuntimeLogin } from './runtime-login';
import { powersOf } from './runtime-rights';
import { unfitRole } from './runtime-role';
import { PRIVILEGES, type TableAccess, type TableAccessList } from './table-access';

/**
 * Gives the role that serves what it needs and takes everything else from it, in one transaction: a process that serves
 * meanwhile is never without. The role is made where the owner may make one. Tables that this version does not know
 * keep the rights that the version that knows them gave.
 *
 * @param subgraph its name; a role that was made here says in a comment whose it is, and follows the configuration
 * @throws ConfigurationError when the role is the owner, or cannot be made, or could change the schema anyway
 */
export async function grantRuntime(
  owner: DataSource,
  subgraph: string,
  runtime: RuntimeLogin,
  access: TableAccessList,
): Promise<void> {
  await owner.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [PREPARATION_LOCK]);
    await ensureRole(manager, {
      ...runtime,
      mark: `mtg: serves the subgraph ${subgraph}`,
      attributes: HARMLESS,
      creatable: 'rolsuper OR rolcreaterole',
      isOwner: sameRole,
      isMissing: missingRole,
    });
    const powers = await powersOf(manager, runtime.role);
    if (powers.length > 0) throw unfitRole(runtime.role, powers);
    await grantDatabase(manager, escapeIdentifier(runtime.role));
    await grantTables(manager, escapeIdentifier(runtime.role), access);
    await grantRest(manager, escapeIdentifier(runtime.role));
  });
}

/** Nothing that it was not given: what it may do, it may do by the grants below. */
const HARMLESS = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT';

/** On the database and its schema, where they are the owner's to give; temporary tables could stand before real ones. */
export async function grantDatabase(manager: EntityManager, role: string): Promise<void> {
  const [{ name, ownsDatabase, ownsSchema }]: [{ name: string; ownsDatabase: boolean; ownsSchema: boolean }] =
    await manager.query(
      `SELECT datname AS name, pg_has_role(current_user, datdba, 'USAGE') AS "ownsDatabase",
       pg_has_role(current_user, nspowner, 'USAGE') AS "ownsSchema"
     FROM pg_database, pg_namespace WHERE datname = current_database() AND nspname = 'public'`,
    );
  if (ownsDatabase) {
    const database = escapeIdentifier(name);
    await manager.query(`REVOKE CREATE, TEMPORARY ON DATABASE ${database} FROM PUBLIC, ${role}`);
    await manager.query(`GRANT CONNECT ON DATABASE ${database} TO ${role}`);
  }
  if (ownsSchema) {
    await manager.query(`REVOKE CREATE ON SCHEMA public FROM PUBLIC, ${role}`);
    await manager.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
  }
}

async function grantTables(manager: EntityManager, role: string, access: TableAccessList): Promise<void> {
  const existing: readonly { name: string; ours: boolean }[] = await manager.query(
    `SELECT relname AS name, pg_has_role(current_user, relowner, 'USAGE') AS ours FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname = ANY($1) ORDER BY relname`,
    [Object.keys(access)],
  );
  const others = existing.filter(({ ours }) => !ours).map(({ name }) => name);
  if (others.length > 0) throw foreignTables(others);
  for (const kind of Object.keys(PRIVILEGES) as TableAccess[]) {
    const tables = existing.filter(({ name }) => access[name] === kind).map(({ name }) => onTable(name));
    if (tables.length === 0) continue;
    await manager.query(`REVOKE ALL ON TABLE ${tables.join(', ')} FROM PUBLIC, ${role}`);
    if (PRIVILEGES[kind].length === 0) continue;
    await manager.query(`GRANT ${PRIVILEGES[kind].join(', ')} ON TABLE ${tables.join(', ')} TO ${role}`);
  }
}

/** Views are for reading; a sequence's next number is taken by inserts. Those of extensions are not ours. */
async function grantRest(manager: EntityManager, role: string): Promise<void> {
  const existing: readonly { name: string; sequence: boolean }[] = await manager.query(
    `SELECT relname AS name, relkind = 'S' AS sequence FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm', 'S')
       AND pg_has_role(current_user, relowner, 'USAGE')
       AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND classid = 'pg_class'::regclass AND deptype = 'e')
     ORDER BY relname`,
  );
  for (const { name, sequence } of existing) {
    const object = `${sequence ? 'SEQUENCE' : 'TABLE'} ${onTable(name)}`;
    await manager.query(`REVOKE ALL ON ${object} FROM PUBLIC, ${role}`);
    await manager.query(`GRANT ${sequence ? 'USAGE' : 'SELECT'} ON ${object} TO ${role}`);
  }
}

const onTable = (name: string): string => `public.${escapeIdentifier(name)}`;

const sameRole = (role: string): ConfigurationError =>
  new ConfigurationError([
    `DATABASE_OWNER_URL: 与 DATABASE_URL 是同一角色“${role}”，而提供服务的角色不得修改表结构。请保留它为所有者，并在 DATABASE_URL 中另用一个角色（如“${role}_runtime”） · ` +
      `the same role "${role}" as in DATABASE_URL, but the serving role must not be able to change the schema. Keep it as the owner, and use another role in DATABASE_URL (e.g. "${role}_runtime")`,
  ]);

const missingRole = (role: string, owner: string): ConfigurationError =>
  new ConfigurationError([
    `DATABASE_URL: 数据库中没有角色“${role}”，而所有者“${owner}”无权创建角色。请数据库管理员创建它（可登录，别无权限），口令与 DATABASE_PASSWORD 一致；其余授权由程序自行完成 · ` +
      `there is no role "${role}", and the owner "${owner}" may not create roles. Ask the database administrator to create it with login only and the password in DATABASE_PASSWORD. All other rights are granted at start`,
  ]);

const foreignTables = (tables: readonly string[]): ConfigurationError =>
  new ConfigurationError([
    `DATABASE_OWNER_URL: 表 ${tables.join('、')} 属于其他角色。请使用建立这些表的角色（以前 DATABASE_URL 中的角色） · ` +
      `the tables ${tables.join(', ')} belong to another role. Use the role that created them (the one formerly in DATABASE_URL)`,
  ]);
