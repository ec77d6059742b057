import { commonVariables, integerBetween, readVariables, variable, type Values } from '@mtg/service-kit';
import { z } from 'zod';

const URL_OF_POSTGRES = z
  .string()
  .regex(/^postgres(ql)?:\/\//, '须以 postgres:// 开头 · must start with postgres://');

/** Who serves: a role that can change neither the schema nor what is recorded for good. */
const runtimeVariables = {
  DATABASE_URL: variable(
    URL_OF_POSTGRES,
    "本子图自己的 PostgreSQL 18 数据库，以提供服务的角色登录（不得是所有者） · this subgraph's own PostgreSQL 18 database, as the role that serves; not its owner",
    'postgres://dayu_runtime:secret@127.0.0.1:5432/dayu',
  ),
  DATABASE_PASSWORD: variable(
    z.string().optional(),
    '上述角色的口令，优先于 URL 中的口令；可用 DATABASE_PASSWORD_FILE 指向密钥文件 · its password, preferred to the one in the URL; DATABASE_PASSWORD_FILE may name a secret file',
    'secret',
  ),
};

/** Who owns the database: for preparing it, and for whatever writes reference data into it. */
export const ownerVariables = {
  DATABASE_OWNER_URL: variable(
    URL_OF_POSTGRES,
    '同一数据库，以其所有者登录：仅用于启动时的迁移、装载、授权，以及导入；提供服务的角色不得修改表结构和审计记录 · the same database as its owner: only for migrating, loading and granting at the start, and for imports; the role that serves must not be able to change the schema or audit rows',
    'postgres://dayu:secret@127.0.0.1:5432/dayu',
  ),
  DATABASE_OWNER_PASSWORD: variable(
    z.string().optional(),
    '所有者的口令，优先于 URL 中的口令；可用 DATABASE_OWNER_PASSWORD_FILE 指向密钥文件 · password of the owner, preferred to the one in the URL; DATABASE_OWNER_PASSWORD_FILE may name a secret file',
    'secret',
  ),
};

/** The variables of a subgraph's process. */
export const subgraphVariables = (defaultPort: number) => ({
  ...commonVariables(defaultPort),
  ...runtimeVariables,
  ...ownerVariables,
  // Two at least: one connection holds the lock while another migrates.
  DATABASE_POOL_SIZE: variable(
    integerBetween(2, 200).default(10),
    '连接池大小 · connections in the pool',
    '10',
  ),
  DATABASE_WAIT_SECONDS: variable(
    integerBetween(0, 3600).default(60),
    '启动时等待数据库的秒数 · seconds to wait for the database at start',
    '60',
  ),
});

export type SubgraphConfig = Values<ReturnType<typeof subgraphVariables>>;

/** The one place where a subgraph's process reads its environment. */
export const readSubgraphConfig = (defaultPort: number): SubgraphConfig =>
  // oxlint-disable-next-line node/no-process-env
  readVariables(subgraphVariables(defaultPort), process.env);
