import { ConfigurationError } from '@mtg/service-kit';
import { escapeIdentifier } from 'pg';
import type { EntityManager } from 'typeorm';
import { ensureRole } from '../database/ensure-role';
import { grantDatabase } from '../database/grants';
import { powersOf } from '../database/runtime-rights';
import { DATABASE_START } from './database-start';
import type { SharedTable } from '../database/shared-table';
import type { WarehouseLogin } from './warehouse-login';
import { grantShared, revokeAll, surplusRights } from './warehouse-rights';

/** Attributes of a role that may do what it was granted, and nothing else. */
const READER = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT';

const markOf = (subgraph: string): string => `mtg: reads what the subgraph ${subgraph} shares`;

/**
 * Lets the warehouse's role read the shared columns, and nothing else. The role is made where the owner may make one.
 *
 * @throws ConfigurationError when the role is the owner, or cannot be made, or may do more
 */
export async function admitWarehouse(
  manager: EntityManager,
  subgraph: string,
  warehouse: WarehouseLogin,
  tables: readonly SharedTable[],
): Promise<void> {
  await ensureRole(manager, {
    ...warehouse,
    mark: markOf(subgraph),
    attributes: READER,
    again: 'LOGIN',
    creatable: 'rolsuper OR rolcreaterole',
    isOwner: sameRole,
    isMissing: missingRole,
  });
  const role = escapeIdentifier(warehouse.role);
  if (!(await takeReplication(manager, warehouse.role))) throw mayReplicate(warehouse.role);
  await grantDatabase(manager, role);
  await revokeAll(manager, role);
  await grantShared(manager, role, tables);
  const powers = (await powersOf(manager, warehouse.role)).map(({ english }) => english);
  const surplus = powers.length > 0 ? powers : await surplusRights(manager, warehouse.role, tables);
  if (surplus.length > 0) throw unfit(warehouse.role, surplus);
}

/** Takes their rights and their login from the roles that this database was read with before. */
export async function dismissOthers(
  manager: EntityManager,
  subgraph: string,
  role: string | undefined,
): Promise<void> {
  const others: readonly { name: string; manageable: boolean }[] = await manager.query(
    `SELECT rolname AS name, pg_has_role(current_user, r.oid, 'MEMBER WITH ADMIN OPTION') AS manageable
     FROM pg_class AS c, aclexplode(relacl) AS granted JOIN pg_roles AS r ON r.oid = grantee
     WHERE c.oid = to_regclass($1) AND shobj_description(r.oid, 'pg_authid') = $2 AND rolname IS DISTINCT FROM $3`,
    [`public.${DATABASE_START}`, markOf(subgraph), role],
  );
  for (const { name, manageable } of others) {
    await revokeAll(manager, escapeIdentifier(name));
    if (!manageable) continue;
    await manager.query(`ALTER ROLE ${escapeIdentifier(name)} NOLOGIN`);
    await takeReplication(manager, name);
    await endSessions(manager, name);
  }
}

/**
 * Takes the attribute `REPLICATION` from a role that has it from an earlier version: it reads the whole server with it.
 *
 * @returns false if the owner may not
 */
async function takeReplication(manager: EntityManager, role: string): Promise<boolean> {
  const [found]: readonly { mendable: boolean }[] = await manager.query(
    `SELECT own.rolsuper OR own.rolreplication AND own.rolcreaterole AND NOT r.rolsuper
       AND pg_has_role(current_user, r.oid, 'MEMBER WITH ADMIN OPTION') AS mendable
     FROM pg_roles AS own, pg_roles AS r
     WHERE own.rolname = current_user AND r.rolname = $1 AND r.rolreplication`,
    [role],
  );
  if (!found) return true;
  if (!found.mendable) return false;
  await manager.query(`ALTER ROLE ${escapeIdentifier(role)} NOREPLICATION`);
  // A stream that was begun with it goes on as long as its connection.
  await endSessions(manager, role);
  return true;
}

/** Ends what a role has open, where the owner may. */
const endSessions = async (manager: EntityManager, role: string): Promise<void> =>
  manager.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity AS a JOIN pg_roles AS own ON own.rolname = current_user
     WHERE usename = $1 AND (rolsuper OR pg_has_role(current_user, usesysid, 'USAGE') OR pg_has_role(current_user, 'pg_signal_backend', 'USAGE'))`,
    [role],
  );

const sameRole = (role: string): ConfigurationError =>
  new ConfigurationError([
    `WAREHOUSE_ROLE: 与 DATABASE_OWNER_URL 是同一角色“${role}”，而区级数据仓库只能读取共享的列。请另用一个角色（如“${role}_warehouse”） · ` +
      `the same role "${role}" as in DATABASE_OWNER_URL, but the warehouse may only read shared columns. Use another role (e.g. "${role}_warehouse")`,
  ]);

const missingRole = (role: string, owner: string): ConfigurationError =>
  new ConfigurationError([
    `WAREHOUSE_ROLE: 数据库中没有角色“${role}”，而所有者“${owner}”无权创建这样的角色。请数据库管理员创建它（LOGIN，别无权限），口令与 WAREHOUSE_PASSWORD 一致；其余授权由程序自行完成 · ` +
      `there is no role "${role}", and the owner "${owner}" may not create one. Ask the database administrator to create it with LOGIN only and the password in WAREHOUSE_PASSWORD. All other rights are granted at start`,
  ]);

const mayReplicate = (role: string): ConfigurationError =>
  new ConfigurationError([
    `WAREHOUSE_ROLE: 角色“${role}”有 REPLICATION 属性（旧版本曾要求），凭它可读出全部私有的列，而所有者无权收回。请数据库管理员执行 ALTER ROLE "${role}" NOREPLICATION · ` +
      `the role "${role}" has the attribute REPLICATION, for which earlier versions asked. It reads every private column with it, and the owner may not take it away. Ask the database administrator to run ALTER ROLE "${role}" NOREPLICATION`,
  ]);

/** A role that may do everything would give a list as long as the database. */
const SHOWN = 8;

const unfit = (role: string, rights: readonly string[]): ConfigurationError => {
  const shown = rights.slice(0, SHOWN).join(', ');
  return new ConfigurationError([
    `WAREHOUSE_ROLE: 角色“${role}”的权限超出读取共享的列：${shown}。请另用一个角色，或撤销经由其他角色或 PUBLIC 授予的权限 · ` +
      `the role "${role}" may do more than read shared columns: ${shown}. Use another role, or revoke privileges granted through other roles or PUBLIC`,
  ]);
};
