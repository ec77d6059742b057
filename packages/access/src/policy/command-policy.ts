import type { Bilingual } from '@mtg/governance';
import type { Cells } from './cell';
import type { Variant } from './variants';

/** Who may give a command whose row depends on nothing else. */
export interface SinglePolicy {
  readonly label: Bilingual;
  readonly cells: Cells;
  readonly variants?: undefined;
}

type VariantRows = { readonly [V in Variant]?: Cells };

/** Who may give a command, by the kind of body, meeting or authority that it is about. */
export interface VariedPolicy {
  readonly label: Bilingual;
  readonly variants: VariantRows;
  readonly cells?: undefined;
}

/** The rows of the policy table for one command. */
export type CommandPolicy = SinglePolicy | VariedPolicy;

/** Commands by name, as a module group writes them down. */
export type CommandPolicies = Readonly<Record<string, CommandPolicy>>;

export const command = (zh: string, en: string, cells: Cells): SinglePolicy => ({ label: { zh, en }, cells });

export const varied = (zh: string, en: string, variants: VariantRows): VariedPolicy => ({
  label: { zh, en },
  variants,
});
