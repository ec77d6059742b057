import type { MessagePlace } from '@mtg/governance';
import { ROLES, type Role } from '../../roles/role';
import { ROLE_ENTRIES, type ScopeClaim } from '../../roles/role-entries';
import { CENTER, COMMUNITY, DEPARTMENT, DISTRICT, STREET, type Allow, type Cells } from '../cell';
import { varied, type CommandPolicies } from '../command-policy';

/** Roles that change nothing, and so are sent nothing. */
const OBSERVERS: ReadonlySet<Role> = new Set(['AUDITOR', 'ANALYST']);

const cells = (allow: (role: Role) => Allow | undefined): Cells =>
  Object.fromEntries(
    ROLES.flatMap((role) => {
      const cell = OBSERVERS.has(role) ? undefined : allow(role);
      return cell ? [[role, cell] as const] : [];
    }),
  );

const holds = (role: Role, claim: ScopeClaim): boolean => ROLE_ENTRIES[role].required.includes(claim);
const ofPlace = (claim: ScopeClaim, allow: Allow): Cells =>
  cells((role) => (holds(role, claim) ? allow : undefined));
/** Roles of a street in that street, others in any. */
const anywhere = cells((role) => (holds(role, 'street') ? STREET : DISTRICT));

/** Each role reads what is sent to the places that it has by its token. */
const READERS: Readonly<Record<MessagePlace, Cells>> = {
  TO_STREET: anywhere,
  TO_CENTER: ofPlace('center', CENTER),
  TO_COMMUNITY: ofPlace('community', COMMUNITY),
  TO_DEPARTMENT: ofPlace('department', DEPARTMENT),
  TO_PERSON: anywhere,
};

export const MESSAGE_COMMANDS = { markMessageRead: varied(READERS) } satisfies CommandPolicies;
