import type { CommandName } from '@mtg/access';
import type { Class, SubgraphContext } from '@mtg/subgraph-kit';
import type { CommandResult } from '../idempotency/stored-answer';
import { inputType, type InputType } from '../input/input-type';
import type { InputOf, InputShape } from '../input/field';
import { payloadType, type PayloadShape } from './payload-type';
import type { CommandTarget } from './target';
import type { CommandTransaction } from './transaction';

/** A command as its module states it. */
interface CommandStatement<Shape extends InputShape, Prepared> {
  /** As in the schema and in the policy table, e.g. `dispatchWorkOrder`. */
  readonly name: CommandName;
  /** Chinese first, then English; with the rules that it keeps. */
  readonly description: string;
  readonly input: Shape;
  readonly payload: PayloadShape;
  /**
   * What it is aimed at, as far as that decides who may give it. It runs before anything is authorized, so it only looks.
   * Without it, the command is aimed at the street as a whole.
   */
  readonly target?: (
    input: InputOf<Shape>,
    transaction: CommandTransaction,
  ) => Promise<CommandTarget> | CommandTarget;
  /**
   * Fetches what others own and the command needs to know. It runs before the command's turn, and for roles only that may
   * give the command somewhere: whoever answers slowly holds up this command and no other.
   */
  readonly prepare?: (input: InputOf<Shape>, context: SubgraphContext) => Promise<Prepared>;
  /**
   * Checks the rules and writes. Whatever it throws undoes all it wrote.
   *
   * @param prepared what `prepare` has fetched
   * @returns the payload's rows by name
   */
  readonly execute: (
    input: InputOf<Shape>,
    transaction: CommandTransaction,
    prepared: Prepared,
  ) => Promise<CommandResult>;
}

/** A command as the schema is built from it, and as it is run. */
export interface Command {
  readonly name: CommandName;
  readonly description: string;
  readonly input: InputType<InputShape>;
  readonly payload: Class;
  readonly target: (input: never, transaction: CommandTransaction) => Promise<CommandTarget> | CommandTarget;
  readonly prepare: (input: never, context: SubgraphContext) => Promise<unknown>;
  readonly execute: (
    input: never,
    transaction: CommandTransaction,
    prepared: never,
  ) => Promise<CommandResult>;
}

/** Makes the input and payload types of a command: `DispatchWorkOrderInput`, `DispatchWorkOrderPayload`. */
export function defineCommand<Shape extends InputShape, Prepared = undefined>(
  statement: CommandStatement<Shape, Prepared>,
): Command {
  const { name, description } = statement;
  const typeName = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return {
    name,
    description,
    input: inputType(`${typeName}Input`, description, statement.input),
    payload: payloadType(`${typeName}Payload`, description, statement.payload),
    target: statement.target ?? (() => ({})),
    prepare: statement.prepare ?? (() => Promise.resolve(undefined)),
    execute: statement.execute,
  };
}
