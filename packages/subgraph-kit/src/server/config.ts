import { commonVariables, integerBetween, readVariables, variable, type Values } from '@mtg/service-kit';
import { z } from 'zod';

/** Where a subgraph's database is; for whatever connects to one. */
export const databaseVariables = {
  DATABASE_URL: variable(
    z.string().regex(/^postgres(ql)?:\/\//, '须以 postgres:// 开头 · must start with postgres://'),
    "本子图自己的 PostgreSQL 18 数据库 · this subgraph's own PostgreSQL 18 database",
    'postgres://dayu:secret@127.0.0.1:5432/dayu',
  ),
  DATABASE_PASSWORD: variable(
    z.string().optional(),
    '数据库口令，优先于 URL 中的口令；可用 DATABASE_PASSWORD_FILE 指向密钥文件 · password, preferred to the one in the URL; DATABASE_PASSWORD_FILE may name a secret file',
    'secret',
  ),
  // Two at least: one connection holds the lock while another migrates.
};

/** The variables of a subgraph's process. */
export const subgraphVariables = (defaultPort: number) => ({
  ...commonVariables(defaultPort),
  ...databaseVariables,
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
