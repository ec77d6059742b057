import type { DataSource } from 'typeorm';
import { DEFAULT_POOL_SIZE } from '../database/data-source';
import { Canceller } from './canceller';
import { derivedFrom } from './derived-database';
import { Lane, type Holder } from './lane';
import type { Answering } from '../database/recognize';
import { OperationDatabase, type OperationLimits } from './operation-database';
import { statementFailures } from './statement-failures';

/** Beside the command under way, for what commands read before their turn and for their answers. */
const FOR_COMMANDS = 2;

/** For the command under way, and for health, cancelling and the platform's own tasks. */
const SET_ASIDE = 2;

/** A client asks some twenty; what reads a row at a time would need hundreds, and is to be mended. */
const MOST_STATEMENTS = 250;

/** Queries executed at once: enough to use the database while one thread makes answers. */
const QUESTIONS_AT_ONCE = 12;

/** Of one owner's: the others wait, some are answered in time, and the rest is told in time that it is not. */
const QUESTIONS_OF_OWNER = 4;

/** Of an operation's time; the rest is for the answer to come to the gateway before it gives up. */
const SHARE_OF_TIME = 0.85;

/** The limits of an operation, unless a test has its own. */
export const limitsFor = (timeoutMs: number): OperationLimits => ({
  statements: MOST_STATEMENTS,
  milliseconds: timeoutMs * SHARE_OF_TIME,
});

/**
 * Shares the connections of one process among the operations that it serves. Of its pool, queries have all connections
 * but four, and at least one.
 *
 * @param answering who answers, as errors name it
 * @returns makes the share of one operation, of which the caller may say how long it still waits
 */
export function shareDatabase(
  database: DataSource,
  answering: Answering,
  limits: OperationLimits,
): (holder: Holder, client: AbortSignal, timeLeftMs?: number) => OperationDatabase {
  const shared = {
    admission: new Lane(QUESTIONS_AT_ONCE, QUESTIONS_OF_OWNER),
    queries: new Lane(Math.max(1, poolSizeOf(database) - FOR_COMMANDS - SET_ASIDE)),
    commands: new Lane(FOR_COMMANDS),
    canceller: new Canceller(database),
    root: database,
    derive: derivedFrom(database),
    limits,
    failures: statementFailures(answering),
  };
  return (holder, client, timeLeftMs = Infinity) => {
    const milliseconds = Math.min(limits.milliseconds, timeLeftMs * SHARE_OF_TIME);
    return new OperationDatabase({ ...shared, limits: { ...limits, milliseconds } }, holder, client);
  };
}

const poolSizeOf = ({ options }: DataSource): number =>
  'poolSize' in options && options.poolSize !== undefined ? options.poolSize : DEFAULT_POOL_SIZE;
