import {
  commonVariables,
  ConfigurationError,
  readVariables,
  variable,
  type Environment,
  type Values,
} from '@mtg/service-kit';
import { z } from 'zod';
import { identityVariables } from '../config';

const DEFAULT_PORT = 4020;

export const issuerVariables = {
  ...commonVariables(DEFAULT_PORT),
  OIDC_ISSUER: identityVariables.OIDC_ISSUER,
  MTG_DATA_DIR: variable(
    z.string(),
    '数据目录，签名私钥在其中 · data directory that holds the signing key',
    '.data',
  ),
};

export type IssuerConfig = Values<typeof issuerVariables>;

/**
 * The one place where the development issuer reads its environment.
 *
 * @throws ConfigurationError also in production, where it has no place: its key lets a reader act as any user
 */
export function readIssuerConfig(
  // oxlint-disable-next-line node/no-process-env
  environment: Environment = process.env,
): IssuerConfig {
  if (environment['NODE_ENV'] === 'production') {
    throw new ConfigurationError([
      'NODE_ENV: 开发用签发者不在生产环境运行；请用 OIDC_ISSUER 指明自己的签发者 · the development issuer does not run in production. Set OIDC_ISSUER to your own issuer',
    ]);
  }
  return readVariables(issuerVariables, environment);
}
