import { centerOf, type Actor } from '../actor/actor';
import type { Allow } from '../policy/cell';

/** The rows that a permission reaches: none, all of the street, or those of one center, community or department. */
export type Reach =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'ALL' }
  | { readonly kind: 'OF'; readonly by: PlaceKind; readonly value: string };

export type PlaceKind = 'CENTER' | 'COMMUNITY' | 'DEPARTMENT';

const NONE: Reach = { kind: 'NONE' };
const ALL: Reach = { kind: 'ALL' };

/**
 * The rows of a street on which an actor may use a permission: what `authorizeCommand` says of one row, said of all.
 *
 * @param street code of the street whose rows they are
 */
export function reachOf(actor: Actor, { scope, only }: Allow, street: string): Reach {
  if (scope === 'DISTRICT') return ALL;
  if (scope === 'DEPARTMENT') return within('DEPARTMENT', actor.department, only);
  if (actor.street !== street) return NONE;
  if (scope === 'STREET') return ALL;
  return within(scope, scope === 'CENTER' ? centerOf(actor) : actor.community, only);
}

/** @param only the one that may, whatever the row belongs to */
function within(by: PlaceKind, value: string | undefined, only: string | undefined): Reach {
  if (value === undefined) return NONE;
  if (only === undefined) return { kind: 'OF', by, value };
  return only === value ? ALL : NONE;
}
