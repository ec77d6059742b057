import { integerBetween, variable } from '@mtg/service-kit';
import { z } from 'zod';
import { isSafeToFetchFrom } from './safe-address';

const address = z
  .url({ protocol: /^https?$/, error: '须为 https:// 地址 · must be an https:// address' })
  .refine(
    isSafeToFetchFrom,
    'http:// 只可用于本机或内部网络的名称、地址 · http:// is allowed only for names and addresses of this machine or an internal network',
  );

/** Accepted issuer and audience, for every process that verifies tokens. No default admits anyone. */
export const identityVariables = {
  OIDC_ISSUER: variable(
    address,
    '令牌签发者（iss），须与令牌逐字相同 · issuer of the tokens (iss), exactly as in the tokens',
    'https://sso.example.cn/realms/mentougou',
  ),
  OIDC_AUDIENCE: variable(
    z.string().default('mentougou'),
    '令牌受众（aud），默认 mentougou · audience of the tokens (aud), default mentougou',
    'mentougou',
  ),
  JWKS_URL: variable(
    address.optional(),
    '签名公钥（JWKS）地址；不设则从签发者的 /.well-known/openid-configuration 查得 · URL of the public keys (JWKS), by default taken from the issuer’s /.well-known/openid-configuration',
    'https://sso.example.cn/realms/mentougou/protocol/openid-connect/certs',
  ),
  OIDC_CLOCK_SKEW_SECONDS: variable(
    integerBetween(0, 300).default(30),
    '允许的时钟偏差秒数，默认 30 · tolerated clock skew in seconds, default 30',
    '30',
  ),
};
