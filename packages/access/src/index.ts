/** Permissions for commands and reading: roles, the policy table and the field groups as data, and pure functions over them. */
export {
  actorOf,
  SYSTEM_SUBJECT,
  type ActorClaims,
  type ActorResult,
  type ClaimProblem,
} from './actor/actor-of';
export type { Actor } from './actor/actor';

export { authorizeCommand, type Decision, type Denial } from './policy/authorize';
export type { Target } from './policy/target';
export { authorizeRole, mayGiveAny } from './policy/authorize-role';
export { caseGroup } from './policy/case-group';
export {
  COMMANDS,
  DISTRICT_COMMAND_NAMES,
  policyRows,
  STREET_COMMAND_NAMES,
  type CommandName,
  type PolicyRow,
} from './policy/commands';
export { cellOf, type Cell, type Scope } from './policy/cell';

export { FIELD_GROUPS, isReadOnRecord, readCell, type FieldGroup } from './reads/field-groups';
export type { ReadScope } from './reads/readers';
export { readScope, type NarrowScope, type RowScope } from './reads/read-scope';

export { isRole, Role, ROLES } from './roles/role';
export { ROLE_ENTRIES, SCOPE_CLAIMS, type RoleEntry, type ScopeClaim } from './roles/role-entries';

export { actOf, awaitedActs, type AwaitedAct } from './waiting/awaited-acts';
export { isOptionalStep, OPTIONAL_STEPS } from './waiting/optional-steps';
export { reachOf, type PlaceKind, type Reach } from './waiting/reach';

export { renderAccessPage } from './docs/access-page';
