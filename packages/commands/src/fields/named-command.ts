import type { CommandName } from '@mtg/access';
import { VERBS } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@shareable')
@ObjectType({ description: zhEn('命令及其名称', 'Command with its name') })
export class NamedCommand {
  @Field(() => ID, { description: zhEn('命令，如 acceptWorkOrder', 'Command, e.g. acceptWorkOrder') })
  command: CommandName;

  @Field(() => String, { description: zhEn('名称，先中文后英文', 'Its name, in Chinese and English') })
  name: string;
}

/** A command as people read it: `接单 · accept a work order`. */
export const namedCommand = (command: CommandName): NamedCommand => ({
  command,
  name: `${VERBS[command].zh} · ${VERBS[command].en}`,
});
