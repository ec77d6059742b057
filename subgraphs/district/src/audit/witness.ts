import type { PeriodicTask, TaskContext } from '@mtg/subgraph-kit';
import { z } from 'zod';
import { AuditAnchor } from './audit-anchor';

const ANSWER_LIMIT_MS = 5000;

const headShape = z.object({
  data: z.record(
    z.string(),
    z.object({ auditHead: z.object({ sequence: z.string().regex(/^\d+$/), hash: z.string() }) }),
  ),
});

/** Notes where each street's audit chain ends. A street that does not answer is asked again the next time. */
export const witnessTask = (urls: ReadonlyMap<string, string>, everySeconds: number): PeriodicTask => ({
  name: 'witness-audit-heads',
  everySeconds,
  run: (context) => Promise.all([...urls].map(([street, url]) => witness(street, url, context))),
});

async function witness(street: string, url: string, { database, clock, logger }: TaskContext): Promise<void> {
  const head = await headOf(street, url).catch((error: unknown) => {
    logger.warn({ err: error, street }, 'a street does not say where its audit chain ends');
    return undefined;
  });
  if (!head || head.sequence === '0') return;
  await database
    .createQueryBuilder()
    .insert()
    .into(AuditAnchor)
    .values({ chain: street, ...head, seenAt: clock.now() })
    .orIgnore()
    .execute();
  await alarmIfShorter(street, head.sequence, { database, logger });
}

/** A chain only grows. One that is shorter than it was, somebody has cut off. */
async function alarmIfShorter(
  street: string,
  sequence: string,
  { database, logger }: Pick<TaskContext, 'database' | 'logger'>,
): Promise<void> {
  const [{ furthest }]: [{ furthest: string }] = await database.query(
    'SELECT max(sequence) AS furthest FROM audit_anchor WHERE chain = $1',
    [street],
  );
  if (BigInt(furthest) > BigInt(sequence)) {
    logger.error(
      { street, sequence, furthest },
      '审计链变短，可能被截断；请运行 mtg audit verify · an audit chain has become shorter; run mtg audit verify',
    );
  }
}

async function headOf(
  street: string,
  url: string,
): Promise<{ readonly sequence: string; readonly hash: string }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ ${street.toLowerCase()} { auditHead { sequence hash } } }` }),
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
  });
  const { data } = headShape.parse(await response.json());
  const [answer] = Object.values(data);
  if (!answer) throw new Error('no audit head in the answer');
  return answer.auditHead;
}
