import { isIP } from 'node:net';
import { integerBetween, introspectionVariable, switchVariable, variable } from '@mtg/service-kit';
import { z } from 'zod';

/** An address or a network, e.g. `10.0.0.0/8`. */
function isAddress(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d+$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}

const addressList = z
  .string()
  .default('')
  .transform((text, context) => {
    const addresses = text
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '');
    if (!addresses.every(isAddress))
      context.addIssue(
        '须为以逗号分隔的 IP 地址或网段 · must be IP addresses or networks, separated by commas',
      );
    return addresses;
  });

/** Access to the gateway, and the share of it that one client may have. */
export const accessVariables = () => ({
  INTROSPECTION: introspectionVariable(),
  BROWSER_PAGE: switchVariable(
    '浏览器打开 /graphql 时是否提供查询页面 GraphiQL（需要 INTROSPECTION=on 才有补全和文档）；默认 off · serves the query page GraphiQL to browsers that open /graphql (default off). Its completion and documentation need INTROSPECTION=on',
  ),
  RATE_LIMIT_PER_MINUTE: variable(
    integerBetween(0, 1_000_000).default(60_000),
    '每个令牌每分钟的请求数上限，没有令牌的按地址合计；一个地址的总数上限为其五倍；0 为不限 · maximum requests per minute per token, or per address without tokens. An address as a whole may send five times as many. 0 for no limit',
    '60000',
  ),
  PREPARATION_SHARE: variable(
    integerBetween(0, 100).default(25),
    '网关准备（解析、校验、规划）新查询文档的时间，每个令牌最多可占的百分比，没有令牌的按地址合计；一个地址总共为其两倍；0 为不限 · maximum share of the gateway’s time, in percent, for preparing (parsing, validating, planning) new documents per token, or per address without tokens. An address as a whole may use twice as much. 0 for no limit',
    '25',
  ),
  CONNECTIONS_PER_ADDRESS: variable(
    integerBetween(1, 10_000).default(500),
    '每个地址可同时打开的连接数 · maximum open connections per address',
    '500',
  ),
  TRUST_PROXY: variable(
    addressList,
    '前置代理的地址或网段，以逗号分隔；其 X-Forwarded-For、X-Forwarded-Proto 可信，不限其连接数 · addresses or networks of trusted reverse proxies, separated by commas. Their X-Forwarded-For and X-Forwarded-Proto are trusted, and their connections are not limited',
    '10.0.0.0/8,127.0.0.1',
  ),
});
