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

/** Whom the gateway lets in, and how much of it one client may have. */
export const accessVariables = () => ({
  INTROSPECTION: introspectionVariable(),
  BROWSER_PAGE: switchVariable(
    '浏览器打开 /graphql 时是否提供查询页面 GraphiQL（需要 INTROSPECTION=on 才有补全和文档）；默认 off · whether browsers that open /graphql get the page GraphiQL, which needs INTROSPECTION=on for completion and documentation; off unless set',
  ),
  RATE_LIMIT_PER_MINUTE: variable(
    integerBetween(0, 1_000_000).default(60_000),
    '每个令牌每分钟的请求数，没有令牌的按地址合计；一个地址总共为其五倍；0 为不限 · requests a minute with one token, or of an address without tokens; an address as a whole has five times as many; 0 for no limit',
    '60000',
  ),
  PREPARATION_SHARE: variable(
    integerBetween(0, 100).default(25),
    '每个令牌（没有令牌的按地址合计）的新查询文档可占网关准备（解析、校验、规划）时间的百分比；一个地址总共为其两倍；0 为不限 · percent of its time that the gateway spends on preparing (parsing, validating, planning) new documents with one token, or of an address without tokens; an address as a whole has twice as much; 0 for no limit',
    '25',
  ),
  CONNECTIONS_PER_ADDRESS: variable(
    integerBetween(1, 10_000).default(500),
    '每个地址同时打开的连接数 · connections that one address may have open',
    '500',
  ),
  TRUST_PROXY: variable(
    addressList,
    '前置代理的地址或网段，以逗号分隔；其 X-Forwarded-For、X-Forwarded-Proto 可信，不限其连接数 · addresses or networks of the proxies in front, separated by commas; their X-Forwarded-For and X-Forwarded-Proto are believed, and their connections not limited',
    '10.0.0.0/8,127.0.0.1',
  ),
});
