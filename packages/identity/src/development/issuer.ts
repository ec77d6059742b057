import {
  createHttpServer,
  createLogger,
  mountHealth,
  reportPhase,
  type RunningService,
} from '@mtg/service-kit';
import type { IssuerConfig } from './config';
import { ensureSigningKey, publicPart, SIGNING_ALGORITHM } from './signing-key';

/** A little less than verifiers keep keys by themselves. */
const CACHE_SECONDS = 300;

/** Publishes the key that `mtg token` signs with, as an OIDC issuer does. It has no login and hands out no tokens. */
export async function startIssuer(
  config: IssuerConfig,
): Promise<RunningService & { readonly origin: string }> {
  const key = publicPart(await ensureSigningKey(config.MTG_DATA_DIR));
  const app = createHttpServer(createLogger('identity', config.LOG_LEVEL, config.LOG_FORMAT));
  app.get('/jwks.json', async (_request, reply) =>
    reply.header('cache-control', `public, max-age=${CACHE_SECONDS}`).send({ keys: [key] }),
  );
  let origin = '';
  app.get('/.well-known/openid-configuration', async () => ({
    issuer: config.OIDC_ISSUER,
    jwks_uri: `${origin}/jwks.json`,
    response_types_supported: ['none'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [SIGNING_ALGORITHM],
  }));
  mountHealth(app, async () => []);
  origin = await app.listen({
    host: config.HOST,
    port: config.PORT,
    listenTextResolver: (address) => `开发用签发者 · development issuer: ${address}/jwks.json`,
  });
  reportPhase('listening');
  return { origin, stop: async () => app.close() };
}
