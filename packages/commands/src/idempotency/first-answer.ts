import type { Actor } from '@mtg/access';
import { PublicError, refuse } from '@mtg/service-kit';
import type { EntityManager } from 'typeorm';
import { sha256 } from '../audit/canonical';
import { scopeOf } from '../command/scope';
import type { Failure, Outcome } from '../command/outcome';
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

/** What this person's key was used for before. */
export interface KeyUse {
  /** Whether that was the same request. */
  readonly matches: boolean;
  /** What it was answered with; null where that is found out anew. */
  readonly answer: StoredAnswer | null;
}

export async function findKeyUse(manager: EntityManager, request: KeyedRequest): Promise<KeyUse | undefined> {
  const record = await manager.findOneBy(IdempotencyRecord, {
    actor: request.actor.subject,
    key: request.key,
  });
  return record ? { matches: record.digest === digestOf(request), answer: record.answer } : undefined;
}

/** Answers that say nothing of the state of the street: the same request may be answered otherwise the next time. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'SUBGRAPH_UNAVAILABLE',
  'OVERLOADED',
  'STORAGE_FULL',
  'DATABASE_LOGIN_REFUSED',
  'INTERNAL_SERVER_ERROR',
]);

/**
 * Keeps what a key was used for, and the answer if that is one to keep, in the command's own transaction, so that there is never
 * the one without the other.
 *
 * @param use what is kept of the same request already, without an answer
 */
export async function keepAnswer(
  manager: EntityManager,
  request: KeyedRequest,
  outcome: Outcome,
  now: Date,
  use: KeyUse | undefined,
): Promise<void> {
  const answer = answerToKeep(manager, outcome);
  const { actor, key } = { actor: request.actor.subject, key: request.key };
  if (use) {
    if (answer === null) return;
    // The role that serves may add and delete such rows, and change none.
    await manager.delete(IdempotencyRecord, { actor, key });
  }
  await manager.insert(IdempotencyRecord, {
    actor,
    key,
    digest: digestOf(request),
    // TypeORM's type of a partial entity takes JSON columns apart.
    answer: answer as object | null,
    at: now,
  });
}

function answerToKeep({ connection }: EntityManager, outcome: Outcome): StoredAnswer | null {
  if (!('failure' in outcome)) return storePayload(connection, outcome.result);
  const { failure } = outcome;
  return keepsAnswer(outcome) && failure instanceof PublicError ? storeError(failure) : null;
}

/** Tells whether a refusal is the answer to its key for good. */
export const keepsAnswer = ({ code, failure }: Failure): boolean =>
  !NOT_KEPT.has(code) && failure instanceof PublicError;

export const mismatch = (): PublicError =>
  refuse.inWords(
    'IDEMPOTENCY_MISMATCH',
    'Idempotency-Key：此键已用于另一内容，请换一个新的键 · this key was used with another payload; use a new one',
    { field: 'Idempotency-Key' },
  );
