import { zhEn, type Class, type SubgraphContext } from '@mtg/subgraph-kit';
import { Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Command } from '../command/command';
import { commandFields } from './command-fields';

/** The commands of one owner, as classes that a schema is built of. */
interface NamespaceStatement {
  /** Root field, e.g. `dayu`. */
  readonly field: string;
  /** e.g. `DayuStreetMutation` */
  readonly typeName: string;
  /** Chinese name of the owner. */
  readonly title: string;
  /** Owner in English, e.g. `the street DAYU`. */
  readonly owner: string;
}

/** Makes `Mutation.<field>` with all commands below it. @returns resolver classes */
export function commandNamespace<Context extends SubgraphContext>(
  { field, typeName, title, owner }: NamespaceStatement,
  commands: readonly Command<Context>[],
): readonly Class[] {
  @ObjectType(typeName, {
    description: zhEn(`${title}的操作`, `Commands of ${owner}. One command per request`),
  })
  class Namespace {}

  @Resolver(() => Namespace)
  class RootResolver {
    @Mutation(() => Namespace, {
      name: field,
      nullable: true,
      description: zhEn(`${title}的操作`, `Commands of ${owner}. Null while its subgraph is unavailable`),
    })
    root() {
      return new Namespace();
    }
  }
  return [RootResolver, commandFields(Namespace, commands)];
}
