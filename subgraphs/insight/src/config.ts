import { identityVariables } from '@mtg/identity';
import {
  commonVariables,
  integerBetween,
  introspectionVariable,
  readVariables,
  variable,
  type Environment,
} from '@mtg/service-kit';
import {
  ConfigurationError,
  ownerVariables,
  readUrlsByCode,
  runtimeVariables,
  withPassword,
} from '@mtg/subgraph-kit';
import { DISTRICT, INSIGHT, STREETS, type SubgraphListing } from '@mtg/subgraphs';
import { STALE_AFTER_SECONDS } from '@mtg/warehouse';
import { z } from 'zod';
import { JOB_VARIABLES } from './job-variables';

/** Only the gateway reaches this program, and it is on the same machine or an internal network. */
const PRIVATE_NETWORKS = '127.0.0.0/8,::1,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7';

/** Name and title of the subgraphs by code. A schema of the warehouse has the name of its source. */
const SUBGRAPHS_BY_CODE = new Map<string, SubgraphListing>([
  ...STREETS.map((listing) => [listing.code, listing] as const),
  ['DISTRICT', DISTRICT],
]);
const CODES = [...SUBGRAPHS_BY_CODE.keys()];

/** A subgraph that is read, and where it is. */
interface Source {
  readonly name: string;
  readonly code: string;
  readonly title: string;
  readonly url: string;
}

type PasswordName = `SOURCE_PASSWORD_${string}`;
const passwordName = (code: string): PasswordName => `SOURCE_PASSWORD_${code}`;

const PASSWORDS = Object.fromEntries(
  CODES.map((code) => [
    passwordName(code),
    variable(
      z.string().optional(),
      `${code} 的口令，优先于 SOURCES 中的口令；可用 ${passwordName(code)}_FILE 指向密钥文件 · password for ${code}, overrides the one in SOURCES. ${passwordName(code)}_FILE may name a secret file instead`,
      'secret',
    ),
  ]),
);

export const VARIABLES = {
  ...commonVariables(INSIGHT.port),
  ...runtimeVariables,
  ...ownerVariables,
  ...identityVariables,
  SOURCES: variable(
    z
      .string()
      .default('')
      .transform(readUrlsByCode(/^postgres(?:ql)?:\/\//)),
    '读取哪些街道和区：代码=数据库地址，以其 WAREHOUSE_ROLE 登录，以逗号分隔 · streets (and DISTRICT) to read, code=database URL with the login of its WAREHOUSE_ROLE, separated by commas',
    'DAYU=postgres://dayu_warehouse:secret@127.0.0.1:5432/dayu',
  ),
  STALE_AFTER_SECONDS: variable(
    integerBetween(5, 86_400).default(STALE_AFTER_SECONDS),
    '来源跟随中而超过这么多秒没有新的内容，其数据即为陈旧：strict=true 拒绝，其他答复予以标明 · a source that is followed and has nothing complete for more than so many seconds is stale. strict=true refuses its rows, every other answer names it',
    '300',
  ),
  RATE_LIMIT_PER_MINUTE: variable(
    integerBetween(0, 1_000_000).default(1200),
    '每个密钥或令牌每分钟的请求数上限；一个地址的总数上限为其五倍；0 为不限 · maximum requests per minute per key or token. An address as a whole may send five times as many. 0 for no limit',
    '1200',
  ),
  TRUST_PROXY: variable(
    z
      .string()
      .default(PRIVATE_NETWORKS)
      .transform((text) =>
        text
          .split(',')
          .map((each) => each.trim())
          .filter((each) => each !== ''),
      ),
    '网关的地址或网段，以逗号分隔；其 X-Forwarded-* 可信。默认为本机和内部网络 · addresses or networks of the gateway, separated by commas. Its X-Forwarded-* headers are trusted. By default this machine and internal networks',
    '10.0.0.0/8',
  ),
  INTROSPECTION: introspectionVariable(),
  SUBGRAPH_TIMEOUT_MS: variable(
    integerBetween(100, 600_000).default(5000),
    '网关等待 GraphQL 答复的毫秒数，与网关的同名变量一致；查询至此即被取消 · milliseconds that the gateway waits for a GraphQL answer, the same as its variable of this name. Queries that take longer are cancelled',
    '5000',
  ),
  DATABASE_POOL_SIZE: variable(
    integerBetween(2, 200).default(20),
    '读取数据仓库的连接数，每个下载占用一个 · connections that read the warehouse. Each download takes one',
    '20',
  ),
  ...JOB_VARIABLES,
  DATABASE_WAIT_SECONDS: variable(
    integerBetween(0, 3600).default(60),
    '启动时等待数据库的秒数 · seconds to wait for the database at start',
    '60',
  ),
};

/** Settings of the program. */
export type InsightConfig = ReturnType<typeof readInsightConfig>;

/** @throws ConfigurationError listing all that is wrong */
export function readInsightConfig(
  // oxlint-disable-next-line node/no-process-env
  environment: Environment = process.env,
) {
  const { SOURCES, ...values } = readVariables(VARIABLES, environment);
  const unknown = [...SOURCES.keys()].filter((code) => !SUBGRAPHS_BY_CODE.has(code));
  if (unknown.length > 0) throw unknownSources(unknown);
  const passwords = readVariables(PASSWORDS, environment);
  const sources = [...SOURCES].flatMap(([code, url]): readonly Source[] => {
    const found = SUBGRAPHS_BY_CODE.get(code);
    if (!found) return [];
    const { name, title } = found;
    return [{ name, code, title, url: withPassword(url, passwords[passwordName(code)]) }];
  });
  return { ...values, sources };
}

const unknownSources = (codes: readonly string[]): ConfigurationError =>
  new ConfigurationError([
    `SOURCES: 没有这样的代码：${codes.join('、')}。可用：${CODES.join('、')} · unknown codes: ${codes.join(', ')}. Choose from: ${CODES.join(', ')}`,
  ]);
