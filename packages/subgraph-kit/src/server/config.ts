import { identityVariables } from '@mtg/identity';
import {
  commonVariables,
  integerBetween,
  introspectionVariable,
  readVariables,
  variable,
  type Values,
} from '@mtg/service-kit';
import { fileVariables } from '@mtg/storage';
import { z } from 'zod';
import { readUrlsByCode } from './urls-by-code';

const URL_OF_POSTGRES = z
  .string()
  .regex(/^postgres(ql)?:\/\//, '须以 postgres:// 开头 · must start with postgres://');

/** Login of the serving role, which can change neither the schema nor permanent records. */
export const runtimeVariables = {
  DATABASE_URL: variable(
    URL_OF_POSTGRES,
    '本子图自己的 PostgreSQL 18 数据库，以提供服务的角色登录（不得是所有者） · PostgreSQL 18 database of this subgraph, with the login of the serving role (not the owner)',
    'postgres://dayu_runtime:secret@127.0.0.1:5432/dayu',
  ),
  DATABASE_PASSWORD: variable(
    z.string().optional(),
    '上述角色的口令，优先于 URL 中的口令；可用 DATABASE_PASSWORD_FILE 指向密钥文件 · password of this role, overrides the one in the URL. DATABASE_PASSWORD_FILE may name a secret file instead',
    'secret',
  ),
};

/** Login of the database's owner: for preparing it, and for everything that writes reference data into it. */
export const ownerVariables = {
  DATABASE_OWNER_URL: variable(
    URL_OF_POSTGRES,
    '同一数据库，以其所有者登录：仅用于启动时的迁移、装载、授权，以及导入；提供服务的角色不得修改表结构和审计记录 · the same database with the login of its owner: used only to migrate, load and grant at start, and for imports. The serving role must not be able to change the schema or the audit trail',
    'postgres://dayu:secret@127.0.0.1:5432/dayu',
  ),
  DATABASE_OWNER_PASSWORD: variable(
    z.string().optional(),
    '所有者的口令，优先于 URL 中的口令；可用 DATABASE_OWNER_PASSWORD_FILE 指向密钥文件 · password of the owner, overrides the one in the URL. DATABASE_OWNER_PASSWORD_FILE may name a secret file instead',
    'secret',
  ),
};

/** Login of the role with which the district's warehouse reads what a subgraph shares. */
const warehouseVariables = {
  WAREHOUSE_ROLE: variable(
    z.string().optional(),
    '区级数据仓库用以读取共享内容的角色；不设则不对外发布 · role with which the district’s warehouse reads the shared columns. Nothing is published without it',
    'dayu_warehouse',
  ),
  WAREHOUSE_PASSWORD: variable(
    z.string().optional(),
    '上述角色的口令；可用 WAREHOUSE_PASSWORD_FILE 指向密钥文件 · password of this role. WAREHOUSE_PASSWORD_FILE may name a secret file instead',
    'secret',
  ),
};

/** The variables of a subgraph's process. */
export const subgraphVariables = (defaultPort: number) => ({
  ...commonVariables(defaultPort),
  ...runtimeVariables,
  ...ownerVariables,
  ...warehouseVariables,
  ...identityVariables,
  INTROSPECTION: introspectionVariable(),
  DISTRICT_URL: variable(
    z.url({ protocol: /^https?$/ }).optional(),
    '街道：区级子图的 GraphQL 地址，用于核实批准文件、见证其审计链；不设则不受理须经区政府批准的事项 · streets only: GraphQL URL of the district, to verify approvals and witness its audit chain. Without it, commands that need an approval of the district government are refused',
    'http://127.0.0.1:4010/graphql',
  ),
  AUDIT_URLS: variable(
    z
      .string()
      .default('')
      .transform(readUrlsByCode(/^https?:\/\//)),
    '区：见证其审计链的各街道 · district only: streets whose audit chain it witnesses, code=GraphQL URL, separated by commas',
    'DAYU=http://127.0.0.1:4001/graphql,CHENGZI=http://127.0.0.1:4002/graphql',
  ),
  SWEEP_SECONDS: variable(
    integerBetween(1, 86_400).default(60),
    '周期检查（督办、见证等）的间隔秒数 · seconds between periodic checks (supervision, witnessing and so on)',
    '60',
  ),
  MESSAGES_WEBHOOK_URL: variable(
    z.url({ protocol: /^https?$/ }).optional(),
    '街道：待办提醒送往的地址（POST，按 Idempotency-Key 去重）；不设则只在平台内查阅 · streets only: URL that messages are sent to (POST; the receiver takes each Idempotency-Key once). Without it, they are read in the platform alone',
    'https://oa.example.org/mtg/messages',
  ),
  MESSAGES_WEBHOOK_SECRET: variable(
    z.string().optional(),
    '签名所用密钥（X-Mtg-Signature: sha256=HMAC）；可用 MESSAGES_WEBHOOK_SECRET_FILE 指向密钥文件 · key of the signature (X-Mtg-Signature: sha256=HMAC of the body). MESSAGES_WEBHOOK_SECRET_FILE may name a secret file instead',
    'secret',
  ),
  ...fileVariables,
  SUBGRAPH_TIMEOUT_MS: variable(
    integerBetween(100, 600_000).default(5000),
    '网关等待答复的毫秒数，与网关的同名变量一致；查询至此即被取消 · milliseconds that the gateway waits for an answer, the same as its variable of this name. Queries that take longer are cancelled',
    '5000',
  ),
  // Two at least: one connection holds the lock while another migrates.
  DATABASE_POOL_SIZE: variable(
    integerBetween(2, 200).default(10),
    '连接池大小；其中4个留给操作、健康检查和取消 · connections in the pool. Four are reserved for commands, health checks and cancellation',
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
