import type { Command, TableClass } from '@mtg/commands';
import type { Class, FieldResolvers } from '@mtg/subgraph-kit';
import type { StreetContext } from './street-context';

/** A folder of the street: its tables and its commands. All else that the schema shows of it follows from the tables. */
export interface StreetModule {
  readonly tables: Readonly<Record<string, TableClass>>;
  /** Its own, appended to and never edited once they have left this repository. */
  readonly migrations: readonly Class[];
  /** Fields of `Mutation.<street>`. */
  readonly commands: readonly Command<StreetContext>[];
  /** Fields that follow from no table. */
  readonly resolvers?: readonly Class[];
  /** Resolvers of their fields without a method in a class. */
  readonly fieldResolvers?: FieldResolvers;
}
