import type { Holding, RegisteredPerson } from '@mtg/governance';

/** A person of a center, with the post there. */
export interface Employee extends RegisteredPerson {
  readonly subject: string;
  readonly holding: Holding;
}
