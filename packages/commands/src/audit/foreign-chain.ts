import { z } from 'zod';
import type { ChainHead } from './append';

const ANSWER_LIMIT_MS = 5000;

const entry = z.object({
  sequence: z.string().regex(/^\d{1,18}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

const answerShape = z.object({
  data: z.record(z.string(), z.object({ auditHead: entry, auditHashes: z.array(entry) })),
});

/** Another subgraph's answer about its chain. */
export interface ForeignChain {
  readonly head: ChainHead;
  /** Hashes of the entries that were asked for and are there, by number. */
  readonly hashes: ReadonlyMap<string, string>;
}

/**
 * Asks a subgraph where its chain ends, and for the hashes of some entries.
 *
 * @throws when it does not answer, or not with a chain
 */
export async function askChain(
  chain: string,
  url: string,
  sequences: readonly string[],
): Promise<ForeignChain> {
  const query = `query ($sequences: [String!]!) {
    ${chain.toLowerCase()} { auditHead { sequence hash } auditHashes(sequences: $sequences) { sequence hash } }
  }`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { sequences } }),
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
  });
  const { data } = answerShape.parse(await response.json());
  const [answer] = Object.values(data);
  if (!answer) throw new Error('no audit head in the answer');
  return {
    head: answer.auditHead,
    hashes: new Map(answer.auditHashes.map(({ sequence, hash }) => [sequence, hash])),
  };
}
