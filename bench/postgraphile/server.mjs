/**
 * PostGraphile over one database, set up as its documentation does for production: the token is verified with each
 * request, and its claims become settings of the transaction. It prints its port.
 */
import { createServer } from 'node:http';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';

// oxlint-disable-next-line node/no-process-env -- this is the config of a process
const { DATABASE_URL, JWKS_URL, OIDC_ISSUER, OIDC_AUDIENCE, AUTHORIZATION } = process.env;

const keys = createRemoteJWKSet(new URL(JWKS_URL));

async function settingsOf({ node }) {
  const token = node.req.headers.authorization?.replace(/^Bearer /, '') ?? '';
  const { payload } = await jwtVerify(token, keys, { issuer: OIDC_ISSUER, audience: OIDC_AUDIENCE });
  return { pgSettings: { 'jwt.claims.sub': payload.sub, 'jwt.claims.role': payload.role } };
}

const instance = postgraphile({
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  // Conditions on columns without an index of their own, such as deleted_at.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [makePgService({ connectionString: DATABASE_URL, schemas: ['public'] })],
  grafserv: { watch: false, graphiql: false },
  grafast: { explain: false, ...(AUTHORIZATION !== 'none' && { context: settingsOf }) },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () =>
  process.send({ url: `http://127.0.0.1:${server.address().port}/graphql` }),
);
