import type { EntityManager } from 'typeorm';
import { PRIVILEGES, type TableAccessList } from './table-access';

/** Privileges of a role beyond, or short of, the needs of serving, as words in both languages. */
export interface Finding {
  readonly chinese: string;
  readonly english: string;
}

/** Roles that a login is or may become, whether the rights are inherited or must be taken on first. */
const ROLES = `SELECT oid, rolname, rolsuper, rolbypassrls, rolcreaterole, rolreplication, rolname = $1 AS self
  FROM pg_roles WHERE rolname = $1 OR pg_has_role($1, oid, 'MEMBER')`;

/** Every right on a table that PostgreSQL 18 knows. */
const ALL_PRIVILEGES = `ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']`;
const OF_COLUMNS = `('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')`;

interface Power {
  readonly name: string;
  readonly self: boolean;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly creates: boolean;
  readonly replicates: boolean;
  readonly owns: boolean;
  readonly commands: boolean;
}

/** Attributes that make a role unfit to serve, whatever privileges are granted or revoked. */
export async function powersOf(manager: EntityManager, role: string): Promise<readonly Finding[]> {
  const powers: readonly Power[] = await manager.query(
    `SELECT rolname AS name, self, rolsuper AS superuser, rolbypassrls AS bypasses, rolcreaterole AS creates, rolreplication AS replicates,
       EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relowner = r.oid)
         OR EXISTS (SELECT FROM pg_namespace WHERE nspname = 'public' AND nspowner = r.oid)
         OR EXISTS (SELECT FROM pg_database WHERE datname = current_database() AND datdba = r.oid) AS owns,
       rolname IN ('pg_execute_server_program', 'pg_write_server_files') AS commands
     FROM (${ROLES}) AS r ORDER BY self DESC, rolname`,
    [role],
  );
  // A superuser is a member of every role; that it is one says enough.
  const relevant = powers.some(({ self, superuser }) => self && superuser)
    ? powers.filter(({ self }) => self)
    : powers;
  return relevant.flatMap(({ name, self, ...power }) => {
    const chinese = self ? '' : `可成为角色“${name}”，而它`;
    const english = self ? '' : `may become the role "${name}", which `;
    const found = (has: boolean, zh: string, en: string): readonly Finding[] =>
      has ? [{ chinese: chinese + zh, english: english + en }] : [];
    return [
      ...found(power.superuser, '是超级用户', 'is a superuser'),
      ...found(power.bypasses, '可绕过行级安全', 'may bypass row-level security'),
      ...found(power.creates, '可创建角色', 'may create roles'),
      ...found(
        power.replicates,
        '可复制整个服务器（REPLICATION）',
        'may replicate the whole server (REPLICATION)',
      ),
      ...found(
        power.owns,
        '是此数据库、模式或其中表的所有者',
        'owns the database, its schema or a table in it',
      ),
      ...found(
        power.commands,
        '可在服务器上运行程序或写文件',
        'may run programs or write files on the server',
      ),
    ];
  });
}

interface TableRight {
  readonly table: string;
  readonly privilege: string;
  /** The role has it without becoming another role first. */
  readonly own: boolean;
}

/** Rights to create, and rights on tables that differ from their access; what `grantRuntime` puts right. */
export async function differencesOf(
  manager: EntityManager,
  role: string,
  access: TableAccessList,
): Promise<readonly Finding[]> {
  const [creating]: [{ schema: boolean; database: boolean }] = await manager.query(
    `SELECT bool_or(has_schema_privilege(oid, 'public', 'CREATE')) AS schema,
       bool_or(has_database_privilege(oid, current_database(), 'CREATE')) AS database
     FROM (${ROLES}) AS r`,
    [role],
  );
  const rights: readonly TableRight[] = await manager.query(
    `SELECT t.relname AS table, privilege, bool_or(self) AS own
     FROM (${ROLES}) AS r, pg_class AS t, unnest(${ALL_PRIVILEGES}) AS privilege
     WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p') AND t.relname = ANY($2)
       AND (has_table_privilege(r.oid, t.oid, privilege)
         OR privilege IN ${OF_COLUMNS} AND has_any_column_privilege(r.oid, t.oid, privilege))
     GROUP BY t.relname, privilege ORDER BY t.relname, privilege`,
    [role, Object.keys(access)],
  );
  const surplus = rights.filter(({ table, privilege }) => !wanted(access, table).includes(privilege));
  const missing = Object.keys(access).flatMap((table) =>
    wanted(access, table)
      .filter((privilege) => !rights.some((r) => r.own && r.table === table && r.privilege === privilege))
      .map((privilege) => `${privilege} ON ${table}`),
  );
  const tooMuch = (right: string): Finding => ({
    chinese: `不应有 ${right}`,
    english: `${right} is not allowed`,
  });
  const tooLittle = (right: string): Finding => ({
    chinese: `缺少 ${right}`,
    english: `${right} is missing`,
  });
  return [
    ...(creating.schema ? [tooMuch('CREATE ON SCHEMA public')] : []),
    ...(creating.database ? [tooMuch('CREATE ON DATABASE')] : []),
    ...surplus.map(({ table, privilege }) => tooMuch(`${privilege} ON ${table}`)),
    ...missing.map(tooLittle),
  ];
}

const wanted = (access: TableAccessList, table: string): readonly string[] => {
  const kind = access[table];
  return kind === undefined ? [] : PRIVILEGES[kind];
};
