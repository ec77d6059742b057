import type { Actor } from '@mtg/access';
import { PublicError } from '@mtg/service-kit';
import type { EntityManager } from 'typeorm';
import { sha256 } from '../audit/canonical';
import { scopeOf } from '../command/scope';
import type { Outcome } from '../command/outcome';
import { IdempotencyRecord } from './idempotency-record';
import { storeError, storePayload, type StoredAnswer } from './stored-answer';

/** A command that came with a key. */
export interface KeyedRequest {
  readonly actor: Actor;
  readonly key: string;
  /** The command and its input, as a text that is the same for the same request. */
  readonly content: string;
}

/** The same person in another role asks for something else. */
const digestOf = ({ actor, content }: KeyedRequest): string =>
  sha256(`${actor.role} ${scopeOf(actor)} ${content}`);

/** What was answered to this person's key before, and whether that was to the same request. */
export async function findFirstAnswer(
  manager: EntityManager,
  request: KeyedRequest,
): Promise<{ readonly matches: boolean; readonly answer: StoredAnswer } | undefined> {
  const record = await manager.findOneBy(IdempotencyRecord, {
    actor: request.actor.subject,
    key: request.key,
  });
  return record ? { matches: record.digest === digestOf(request), answer: record.answer } : undefined;
}

/** Answers that say nothing of the state of the street: trying again is right, with another token or another input. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'SUBGRAPH_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
]);

/** Keeps an answer in the command's own transaction, so that there is never the one without the other. */
export async function keepAnswer(
  manager: EntityManager,
  request: KeyedRequest,
  outcome: Outcome,
  now: Date,
): Promise<void> {
  if ('failure' in outcome && (NOT_KEPT.has(outcome.code) || !(outcome.failure instanceof PublicError)))
    return;
  const answer =
    'failure' in outcome
      ? storeError(outcome.failure as PublicError)
      : storePayload(manager.connection, outcome.result);
  await manager.insert(IdempotencyRecord, {
    actor: request.actor.subject,
    key: request.key,
    digest: digestOf(request),
    // TypeORM's type of a partial entity takes JSON columns apart.
    answer: answer as object,
    at: now,
  });
}

export const mismatch = (): PublicError =>
  new PublicError(
    'IDEMPOTENCY_MISMATCH',
    'Idempotency-Key：此键已用于另一内容，请换一个新的键 · this key was used with another payload; use a new one',
    { field: 'Idempotency-Key' },
  );
