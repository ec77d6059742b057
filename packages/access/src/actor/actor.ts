import { ROLE_ENTRIES } from '../roles/role-entries';
import type { Role } from '../roles/role';

/** A user acting in one role. Without a token, `undefined`. */
export interface Actor {
  /** Subject, as the issuer of tokens knows the person. */
  readonly subject: string;
  readonly name?: string;
  readonly role: Role;
  /** Code of the street, e.g. `DAYU`. */
  readonly street?: string;
  /** Code of the center: one of the seven types, or the code of a street's own. */
  readonly center?: string;
  /** Twelve-digit code of the community. */
  readonly community?: string;
  /** Code of the district's department. */
  readonly department?: string;
}

/** The center of an actor: that of the token, or the one that the role stands for. */
export const centerOf = ({ center, role }: Actor): string | undefined => center ?? ROLE_ENTRIES[role].center;
