import type { Actor } from '@mtg/access';
import { PublicError, refuse } from '@mtg/service-kit';
import type { Statement } from '@mtg/subgraph-kit';
import type { DataSource } from 'typeorm';
import { sha256 } from '../audit/canonical';
import type { Failure, Outcome } from './outcome';
import { scopeOf } from '../audit/scope';
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

/** An earlier use of a person's key. */
export interface KeyUse {
  /** True if that was the same request. */
  readonly matches: boolean;
  /** The answer it was given; null where the same request is examined again. */
  readonly answer: StoredAnswer | null;
}

interface RecordRow {
  readonly digest: string;
  readonly answer: StoredAnswer | null;
}

/** Looks up the record of a key. `keyUseOf` reads its answer. */
export const findRecord = ({ actor, key }: KeyedRequest): Statement => ({
  name: 'find-idempotency-record',
  text: 'SELECT digest, answer FROM idempotency_record WHERE actor = $1 AND key = $2',
  values: [actor.subject, key],
});

/** @param rows that `findRecord` found */
export function keyUseOf(request: KeyedRequest, rows: readonly unknown[] | undefined): KeyUse | undefined {
  // They are the columns that `findRecord` selects.
  const [record] = (rows ?? []) as readonly RecordRow[];
  return record && { matches: record.digest === digestOf(request), answer: record.answer };
}

/** Codes that say nothing of the state of the street: the same request may be answered otherwise the next time. */
const NOT_STORED: ReadonlySet<string> = new Set([
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'SUBGRAPH_UNAVAILABLE',
  'OVERLOADED',
  'STORAGE_FULL',
  'DATABASE_LOGIN_REFUSED',
  'INTERNAL_SERVER_ERROR',
]);

/**
 * Records the use of a key, and the answer if that is one to store. Sent in the command's own transaction, so that there is
 * never the one without the other.
 *
 * @param use record of the same request that is there already, without an answer
 */
export function recordUse(
  database: DataSource,
  request: KeyedRequest,
  outcome: Outcome,
  now: Date,
  use: KeyUse | undefined,
): readonly Statement[] {
  const answer = answerToStore(database, outcome);
  if (use && answer === null) return [];
  const { key } = request;
  const { subject } = request.actor;
  return [
    // The role that serves may add and delete such rows, and change none.
    ...(use
      ? [{ text: 'DELETE FROM idempotency_record WHERE actor = $1 AND key = $2', values: [subject, key] }]
      : []),
    {
      name: 'insert-idempotency-record',
      text: 'INSERT INTO idempotency_record (actor, key, digest, answer, at) VALUES ($1, $2, $3, $4, $5)',
      values: [subject, key, digestOf(request), answer && JSON.stringify(answer), now],
    },
  ];
}

function answerToStore(database: DataSource, outcome: Outcome): StoredAnswer | null {
  if (!('failure' in outcome)) return storePayload(database, outcome.result);
  const { failure } = outcome;
  return isStored(outcome) && failure instanceof PublicError ? storeError(failure) : null;
}

/** Tells whether a refusal is the answer to its key for good. */
export const isStored = ({ code, failure }: Failure): boolean =>
  !NOT_STORED.has(code) && failure instanceof PublicError;

export const mismatch = (): PublicError =>
  refuse.inWords(
    'IDEMPOTENCY_MISMATCH',
    'Idempotency-Key：此键已用于另一内容，请换一个新的键 · this key was already used with another payload. Use a new key',
    { field: 'Idempotency-Key' },
  );
