import { z } from 'zod';

/** Far more than the names of a subgraph's parts take. */
export const LONGEST_READINESS = 16 * 1024;

const LONGEST_REASON = 200;

/** Form of a subgraph's reason for its state. Reasons are public at the gateway, so only plain words pass. */
const plainWords = z.string().regex(/^[A-Za-z0-9_ ,.:-]+$/);

const degradedAnswer = z.object({
  status: z.literal('degraded'),
  reasons: z.record(z.string().regex(/^[a-z-]{1,30}$/), plainWords.max(LONGEST_REASON)).catch({}),
});

/**
 * Reason for which a subgraph that is ready needs attention, from the body of its `/readyz`; undefined where it says nothing of the kind.
 * Reasons in other words are left out.
 */
export function degradation(body: string): string | undefined {
  const answer = degradedAnswer.safeParse(jsonOf(body));
  if (!answer.success) return undefined;
  const reasons = Object.entries(answer.data.reasons).map(([part, reason]) => `${part}: ${reason}`);
  return reasons.length === 0 ? 'degraded' : reasons.join('; ').slice(0, LONGEST_REASON);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
