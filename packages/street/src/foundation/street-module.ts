import type { Command } from '@mtg/commands';
import type { Class, FieldResolvers } from '@mtg/subgraph-kit';
import type { StreetContext } from './street-context';

/** A folder of the street: its migrations and its commands. Its tables are listed in street-tables.ts; what else the schema shows follows from them. */
export interface StreetModule {
  /** Its own, appended to and never edited once they have left this repository. */
  readonly migrations: readonly Class[];
  /** Fields of `Mutation.<street>`. */
  readonly commands: readonly Command<StreetContext>[];
  /** Fields that follow from no table. */
  readonly resolvers?: readonly Class[];
  /** Resolvers of their fields without a method in a class. */
  readonly fieldResolvers?: FieldResolvers;
}
