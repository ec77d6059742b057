import type { Actor, CommandName } from '@mtg/access';
import type { SubgraphContext } from '@mtg/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { CommandResult } from '../idempotency/stored-answer';
import { checkInput } from '../input/check-input';
import type { InputOf, InputShape } from '../input/field';
import { inputType } from '../input/input-type';
import type { Command } from './command';
import { payloadType, type PayloadShape } from './payload-type';
import type { CommandTarget } from './target';
import { CommandTransaction, type CommandFacts, type Stamps } from './transaction';

/** The part of a command's definition that every command has. */
interface Statement<Shape extends InputShape, Facts extends CommandFacts> {
  /** As in the schema and in the policy table, e.g. `dispatchWorkOrder`. */
  readonly name: CommandName;
  /** Chinese first, then English; with the rules that it keeps. */
  readonly description: string;
  readonly input: Shape;
  readonly payload: PayloadShape;
  /**
   * Finds what the command is aimed at, as far as that decides who may give it. It runs before anything is authorized, so
   * it only reads. Without it, the command is aimed at the street as a whole.
   */
  readonly target?: (
    input: InputOf<Shape>,
    transaction: CommandTransaction<Facts>,
  ) => Promise<CommandTarget> | CommandTarget;
}

export interface UnpreparedStatement<Shape extends InputShape, Facts extends CommandFacts> extends Statement<
  Shape,
  Facts
> {
  readonly prepare?: undefined;
  /**
   * Checks the rules and writes. Whatever it throws undoes all it wrote.
   *
   * @returns the payload's rows by name
   */
  readonly execute: (input: InputOf<Shape>, transaction: CommandTransaction<Facts>) => Promise<CommandResult>;
}

export interface PreparedStatement<
  Shape extends InputShape,
  Context,
  Facts extends CommandFacts,
  Prepared,
> extends Statement<Shape, Facts> {
  /**
   * Fetches what others own and the command needs to know. It runs before the command waits for the lock, so that a slow
   * service delays this command and no other, and only for roles that may give the command.
   */
  readonly prepare: (input: InputOf<Shape>, context: Context) => Promise<Prepared>;
  /**
   * Checks the rules and writes. Whatever it throws undoes all it wrote.
   *
   * @param prepared what `prepare` has fetched
   * @returns the payload's rows by name
   */
  readonly execute: (
    input: InputOf<Shape>,
    transaction: CommandTransaction<Facts>,
    prepared: NoInfer<Prepared>,
  ) => Promise<CommandResult>;
}

/** Makes a command with its input and payload types: `DispatchWorkOrderInput`, `DispatchWorkOrderPayload`. */
export interface DefineCommand<Context, Facts extends CommandFacts> {
  <Shape extends InputShape, Prepared>(
    statement: PreparedStatement<Shape, Context, Facts, Prepared>,
  ): Command<Context>;
  <Shape extends InputShape>(statement: UnpreparedStatement<Shape, Facts>): Command<Context>;
}

/**
 * Makes `defineCommand` for the commands of one owner.
 *
 * @param factsOf picks what a command may know of its owner while it executes: plain data, no database and no service
 * @example
 * const { defineCommand } = commandsOf(({ owner, profile }: StreetContext) => ({ owner, profile }));
 */
export function commandsOf<Context extends SubgraphContext, Facts extends CommandFacts>(
  factsOf: (context: Context) => Facts,
): { readonly defineCommand: DefineCommand<Context, Facts> } {
  function defineCommand<Shape extends InputShape, Prepared>(
    statement: UnpreparedStatement<Shape, Facts> | PreparedStatement<Shape, Context, Facts, Prepared>,
  ): Command<Context> {
    const { name, description } = statement;
    const typeName = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const { class: inputClass, check } = inputType(`${typeName}Input`, description, statement.input);
    return {
      name,
      description,
      inputClass,
      payloadClass: payloadType(`${typeName}Payload`, description, statement.payload),
      accept: (rawInput: unknown, actor: Actor, context: Context) => {
        const input = checkInput(check, rawInput);
        const targetOf = async (transaction: CommandTransaction<Facts>): Promise<CommandTarget> =>
          statement.target?.(input, transaction) ?? {};
        const begin = (manager: EntityManager, now: Date, stamps?: Stamps) =>
          new CommandTransaction(manager, actor, factsOf(context), now, stamps);
        return {
          target: (manager) => targetOf(begin(manager, context.clock.now())),
          prepare: async () => {
            const execute = await prepare(statement, input, context);
            return {
              begin: (manager, now, stamps) => {
                const transaction = begin(manager, now, stamps);
                return {
                  target: () => targetOf(transaction),
                  execute: () => execute(transaction),
                  written: () => transaction.targets,
                };
              },
            };
          },
        };
      },
    };
  }
  return { defineCommand };
}

/** @returns what is left to execute, once everything is fetched */
async function prepare<Shape extends InputShape, Context, Facts extends CommandFacts, Prepared>(
  statement: UnpreparedStatement<Shape, Facts> | PreparedStatement<Shape, Context, Facts, Prepared>,
  input: InputOf<Shape>,
  context: Context,
): Promise<(transaction: CommandTransaction<Facts>) => Promise<CommandResult>> {
  if (!statement.prepare) return (transaction) => statement.execute(input, transaction);
  const prepared = await statement.prepare(input, context);
  return (transaction) => statement.execute(input, transaction, prepared);
}
