import type { PeriodicTask, TaskContext } from '@mtg/subgraph-kit';
import { createHmac } from 'node:crypto';

/** The receiver of messages. */
export interface Webhook {
  readonly url: string;
  readonly secret: string | undefined;
}

const AT_ONCE = 20;
const ANSWER_WITHIN_MS = 10_000;
const FIRST_PAUSE_SECONDS = 10;
const LONGEST_PAUSE_SECONDS = 3600;

interface Outgoing {
  readonly id: string;
  readonly kind: string;
  readonly role: string;
  readonly place: string;
  readonly rowId: string;
  readonly rowKind: string;
  readonly command: string;
  readonly text: string;
  readonly deadline: string | null;
  readonly createdAt: Date;
}

/** Sends messages to the webhook, each until it is taken. */
export const deliverMessagesTask = (
  webhook: Webhook,
  everySeconds: number,
  answerWithinMs = ANSWER_WITHIN_MS,
): PeriodicTask => ({
  name: 'deliver-messages',
  everySeconds,
  run: (context) => deliverMessages(context, webhook, answerWithinMs),
});

/**
 * Sends those messages whose turn it is. A message is claimed first, with the time of the next attempt: a process that dies
 * before the answer has it sent again, with the same id, by which the receiver takes it once. Pauses double up to an hour.
 *
 * @returns the number of messages that were taken
 */
export async function deliverMessages(
  { database, clock, owner, logger }: TaskContext,
  { url, secret }: Webhook,
  answerWithinMs = ANSWER_WITHIN_MS,
): Promise<number> {
  const [claimed]: [Outgoing[], number] = await database.query(
    `UPDATE message SET attempts = attempts + 1,
       next_attempt_at = $1::timestamptz + least(power(2, least(attempts, 20)) * ${FIRST_PAUSE_SECONDS}, ${LONGEST_PAUSE_SECONDS}) * interval '1 second'
     WHERE id IN (
       SELECT id FROM message WHERE delivered_at IS NULL AND ended_at IS NULL AND next_attempt_at <= $1
       ORDER BY next_attempt_at, id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
     RETURNING id, kind, role, place, row_id AS "rowId", row_kind AS "rowKind", command, text, deadline::text AS deadline,
       created_at AS "createdAt"`,
    [clock.now()],
  );
  const answers = await Promise.all(
    claimed.map(async (message) => {
      const problem = await send(
        url,
        secret,
        JSON.stringify({ street: owner, ...message }),
        message.id,
        answerWithinMs,
      );
      if (problem !== undefined) return problem;
      await database.query('UPDATE message SET delivered_at = $2 WHERE id = $1', [message.id, clock.now()]);
      return undefined;
    }),
  );
  const problems = answers.filter((problem) => problem !== undefined);
  if (problems.length > 0) {
    logger.warn(
      { failed: problems.length, reason: problems[0] },
      '提醒未能送达，稍后重试 · messages were not taken by the webhook and will be sent again',
    );
  }
  return claimed.length - problems.length;
}

/** @returns why the message was not taken; undefined if it was */
async function send(
  url: string,
  secret: string | undefined,
  body: string,
  id: string,
  answerWithinMs: number,
): Promise<string | undefined> {
  try {
    const { ok, status } = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': id,
        ...(secret !== undefined && {
          'x-mtg-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
        }),
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(answerWithinMs),
    });
    return ok ? undefined : `HTTP ${status}`;
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown';
  }
}
