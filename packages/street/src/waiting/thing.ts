import type { CommandName, PlaceKind } from '@mtg/access';
import type { TableClass } from '@mtg/commands';
import type { StateMachine } from '@mtg/governance';

/** SQL of a value of a row. @param row alias of the table */
export type OfRow = (row: string) => string;

interface Waiting {
  readonly table: TableClass;
  /** The kind of body or meeting, where the policy table distinguishes it: its SQL, and the kinds there are. */
  readonly variant?: { readonly sql: OfRow; readonly of: readonly string[] };
  /** The center, community and department to which the commands on a row are aimed. */
  readonly place?: { readonly [P in PlaceKind]?: OfRow };
  /** SQL of the subject of the person who is responsible, if there is one. */
  readonly responsible?: OfRow;
  /** Name in a list. Default: the title that chains show. */
  readonly title?: OfRow;
  /** Last day on which it is done in time. Default: none. */
  readonly deadline?: OfRow;
  /** Time since which it waits. Default: that of its last change. */
  readonly since?: OfRow;
}

/** Rows that wait in some of their states for a step of their machine. */
export interface SteppedThing extends Waiting {
  readonly machine: StateMachine;
  /** The person who has taken an earlier step, and may not take the next: SQL of the subject. */
  readonly notBy?: OfRow;
  /** Further condition for a row to wait, by state. */
  readonly when?: Readonly<Record<string, OfRow>>;
}

/** Rows that wait for a command that is no step of theirs. */
export interface PlainThing extends Waiting {
  readonly command: CommandName;
  /** @param today SQL of the present day */
  readonly where: (row: string, today: string) => string;
}

/** SQL of a text as one is written in a statement. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
