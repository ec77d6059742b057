import type { AnyReadable, Command } from '@mtg/commands';
import type { Class } from '@mtg/subgraph-kit';
import type { StreetContext } from './street-context';

/** What a folder of the street brings with it: its tables, its commands, its lists. */
export interface StreetModule {
  readonly entities: readonly Class[];
  /** Its own, appended to and never edited once they have left this repository. */
  readonly migrations: readonly Class[];
  /** Fields of `Mutation.<street>`. */
  readonly commands: readonly Command<StreetContext>[];
  /** Fields of the street: a list and one by id, for each. */
  readonly readables: readonly AnyReadable[];
  /** Fields of the module's own types, and further fields of the street. */
  readonly resolvers: readonly Class[];
}
