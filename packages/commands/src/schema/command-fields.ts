import { zhEn, type Class, type SubgraphContext } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { Command } from '../command/command';
import { runCommand } from '../command/run-command';

/**
 * Makes the resolver that puts commands onto a namespace of the schema, each as a field of its name with one argument
 * `input`.
 */
export function commandFields<Context extends SubgraphContext>(
  namespace: Class,
  commands: readonly Command<Context>[],
): Class {
  class Commands {}
  Resolver(() => namespace)(Commands);
  const { prototype } = Commands;
  for (const command of commands) {
    const run = (input: unknown, context: Context) => runCommand(command, input, context);
    Object.defineProperty(prototype, command.name, { value: run, configurable: true, writable: true });
    const descriptor = Object.getOwnPropertyDescriptor(prototype, command.name) ?? {};
    FieldResolver(() => command.payloadClass, { nullable: true, description: command.description })(
      prototype,
      command.name,
      descriptor,
    );
    Arg('input', () => command.inputClass, { description: zhEn('输入', 'Command input') })(
      prototype,
      command.name,
      0,
    );
    Ctx()(prototype, command.name, 1);
  }
  return Commands;
}
