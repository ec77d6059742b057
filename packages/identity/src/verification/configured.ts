import type { Logger, Values } from '@mtg/service-kit';
import type { identityVariables } from '../config';
import { createTokenVerifier, type TokenVerifier } from './verifier';

/** The verifier that a process's variables ask for. It fetches nothing before the first token comes. */
export const configuredVerifier = (config: Values<typeof identityVariables>, logger: Logger): TokenVerifier =>
  createTokenVerifier({
    issuer: config.OIDC_ISSUER,
    audience: config.OIDC_AUDIENCE,
    jwksUrl: config.JWKS_URL,
    clockSkewSeconds: config.OIDC_CLOCK_SKEW_SECONDS,
    onUnavailable: (error) => logger.warn({ err: error }, 'the keys to verify tokens with cannot be fetched'),
  });
