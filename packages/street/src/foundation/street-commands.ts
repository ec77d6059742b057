import { commandsOf, type CommandTransaction } from '@mtg/commands';
import type { StreetContext } from './street-context';
import type { StreetProfile } from './street-profile';

/** Facts about its street that a command may know while it holds the lock. */
interface StreetFacts {
  /** Code of the street. */
  readonly owner: string;
  readonly profile: StreetProfile;
}

export const { defineCommand } = commandsOf(({ owner, profile }: StreetContext): StreetFacts => ({
  owner,
  profile,
}));

/** The transaction of a street's command. */
export type StreetTransaction = CommandTransaction<StreetFacts>;
