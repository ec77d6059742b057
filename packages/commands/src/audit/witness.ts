import type { PeriodicTask, TaskContext } from '@mtg/subgraph-kit';
import { z } from 'zod';
import { AuditAnchor } from './audit-anchor';
import type { ChainHead } from './append';

const ANSWER_LIMIT_MS = 5000;

/** More than a subgraph can write between two rounds, or in a day that nobody looked. */
const FURTHEST_JUMP = 10_000_000n;

const headShape = z.object({
  data: z.record(
    z.string(),
    z.object({
      auditHead: z.object({
        sequence: z.string().regex(/^\d{1,18}$/),
        hash: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    }),
  ),
});

/**
 * Notes where others' audit chains end: the district those of the streets, each street that of the district. A subgraph that
 * does not answer is asked again in the next round.
 *
 * @param urls GraphQL URLs by the chain's code, e.g. `DAYU` or `DISTRICT`
 */
export function witnessTask(urls: ReadonlyMap<string, string>, everySeconds: number): PeriodicTask {
  const failures = new Map<string, number>();
  const round = async (chain: string, url: string, context: TaskContext): Promise<void> => {
    try {
      const head = await headOf(chain, url);
      failures.delete(chain);
      await witness(chain, head, context);
    } catch (error) {
      const inARow = (failures.get(chain) ?? 0) + 1;
      failures.set(chain, inARow);
      // Once is nothing: whatever is started together starts in some order. And once said is enough.
      if (inARow === 2)
        context.logger.warn(
          { err: error, chain },
          '无法得知审计链末端 · an audit chain’s end is not to be had',
        );
    }
  };
  return {
    name: 'witness-audit-heads',
    everySeconds,
    run: (context) => Promise.all([...urls].map(([chain, url]) => round(chain, url, context))),
  };
}

async function witness(
  chain: string,
  { sequence, hash }: ChainHead,
  { database, clock, logger }: TaskContext,
): Promise<void> {
  if (sequence === '0') return;
  const [row]: [{ furthest: string | null; contradicted: boolean | null }] = await database.query(
    `SELECT max(sequence) AS furthest, bool_or(sequence = $2 AND hash <> $3) AS contradicted
     FROM audit_anchor WHERE chain = $1`,
    [chain, sequence, hash],
  );
  const furthest = row.furthest === null ? undefined : BigInt(row.furthest);
  if (BigInt(sequence) > (furthest ?? 0n) + FURTHEST_JUMP) {
    // Noted, a number that was never reached would have the chain pass for cut off for ever.
    logger.error(
      { chain, sequence, furthest: row.furthest },
      '审计链末端不可信，未予见证 · an audit chain’s end is not plausible, and was not noted',
    );
    return;
  }
  await database
    .createQueryBuilder()
    .insert()
    .into(AuditAnchor)
    .values({ chain, sequence, hash, seenAt: clock.now() })
    .orIgnore()
    .execute();
  // A chain only grows. One that is shorter than it was, somebody has cut off.
  if (furthest !== undefined && furthest > BigInt(sequence)) {
    logger.error(
      { chain, sequence, furthest: row.furthest },
      '审计链变短，可能被截断；请运行 mtg audit verify · an audit chain has become shorter; run mtg audit verify',
    );
  }
  // An entry stays what it was. One that is another now, somebody has written anew.
  if (row.contradicted === true) {
    logger.error(
      { chain, sequence },
      '审计链同一条与先前所见不符，可能被改写；请运行 mtg audit verify · an entry of an audit chain is not what it was; run mtg audit verify',
    );
  }
}

async function headOf(chain: string, url: string): Promise<ChainHead> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ ${chain.toLowerCase()} { auditHead { sequence hash } } }` }),
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
  });
  const { data } = headShape.parse(await response.json());
  const [answer] = Object.values(data);
  if (!answer) throw new Error('no audit head in the answer');
  return answer.auditHead;
}
