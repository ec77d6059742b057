import type { Verb } from '@mtg/governance';
import type { Cells } from './cell';
import type { Variant } from './variants';

/** Permissions for a command with a single row. */
export interface SinglePolicy {
  readonly cells: Cells;
  readonly variants?: undefined;
}

type VariantRows = { readonly [V in Variant]?: Cells };

/** Permissions for a command, by the kind of body, meeting or authority that it is about. */
export interface VariedPolicy {
  readonly variants: VariantRows;
  readonly cells?: undefined;
}

/** The rows of the policy table for one command. */
export type CommandPolicy = SinglePolicy | VariedPolicy;

/** Commands by name, as a module group writes them down. */
export type CommandPolicies = { readonly [Name in Verb]?: CommandPolicy };

export const command = (cells: Cells): SinglePolicy => ({ cells });

export const varied = (variants: VariantRows): VariedPolicy => ({ variants });
