import type { Actor, CommandName } from '@mtg/access';
import type { Class } from '@mtg/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { CommandResult } from '../idempotency/stored-answer';
import type { CommandTarget } from './target';
import type { Stamps } from './transaction';

/**
 * A command as the schema is built from it and as it is run. It closes over the types of its input and of what it
 * prepares, so that one list holds commands of every type.
 *
 * @typeParam Context given to the resolvers of the commands' owner
 */
export interface Command<Context> {
  /** As in the schema and in the policy table, e.g. `dispatchWorkOrder`. */
  readonly name: CommandName;
  readonly description: string;
  readonly inputClass: Class;
  readonly payloadClass: Class;
  /**
   * Checks the input.
   *
   * @param rawInput as the schema has coerced it
   * @throws PublicError BAD_USER_INPUT
   */
  readonly accept: (rawInput: unknown, actor: Actor, context: Context) => AcceptedCommand;
}

/** A command whose input is well-formed. */
export interface AcceptedCommand {
  /** Finds what the command is aimed at, without the lock. */
  readonly target: (manager: EntityManager) => Promise<CommandTarget>;
  /** Fetches what others own and the command needs to know, without the lock. */
  readonly prepare: () => Promise<PreparedCommand>;
}

/** A command that needs nothing any more but its transaction. */
export interface PreparedCommand {
  /** @param stamps times of its rows, where what happened on an earlier day is recorded as of that day */
  readonly begin: (manager: EntityManager, now: Date, stamps?: Stamps) => RunningCommand;
}

/** A command within its transaction. */
export interface RunningCommand {
  readonly target: () => Promise<CommandTarget>;
  readonly execute: () => Promise<CommandResult>;
  /** Identifiers of the rows written so far, for the audit. */
  readonly written: () => readonly string[];
}
