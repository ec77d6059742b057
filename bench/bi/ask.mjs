/** Asks the program for analysis as an analyst. */
import { mintToken, readSigningKey } from '../../packages/identity/dist/index.js';
import { DEVELOPMENT_IDENTITY } from '../../packages/platform/dist/index.js';

export async function analyst({ directory, part }) {
  const actor = { subject: 'bench', role: 'ANALYST' };
  const terms = { ...DEVELOPMENT_IDENTITY, expiresInSeconds: 3600 };
  const authorization = `Bearer ${await mintToken(readSigningKey(directory), actor, terms)}`;
  const { origin } = new URL(part('insight').url);
  const json = async (path, options) => {
    const answer = await fetch(`${origin}${path}`, {
      ...options,
      headers: { authorization, 'content-type': 'application/json', ...options?.headers },
    });
    const body = await answer.json();
    if (!answer.ok || body.errors) throw new Error(`${path}: ${JSON.stringify(body).slice(0, 500)}`);
    return body;
  };
  return {
    odata: (path, headers) => json(`/odata/${path}`, { headers }),
    async graph(query, variables) {
      const body = JSON.stringify({ query, variables });
      const { data } = await json('/graphql', { method: 'POST', body });
      return data.insight;
    },
  };
}
