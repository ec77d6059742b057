import { EXIT } from '@mtg/service-kit/basics';
import { CommandFailure } from '../command-failure';
import { ENVIRONMENT, type Environment } from '../environment';

/**
 * In production only the issuer of `OIDC_ISSUER` makes tokens.
 *
 * @throws CommandFailure with exit code 78 in production
 */
export function requireDevelopment(environment: Environment = ENVIRONMENT): void {
  if (environment['NODE_ENV'] !== 'production') return;
  throw new CommandFailure(
    EXIT.CONFIG,
    '生产环境（NODE_ENV=production）没有开发用令牌；请向 OIDC_ISSUER 领取 · Development tokens are not available in production (NODE_ENV=production). Get one from OIDC_ISSUER',
  );
}
