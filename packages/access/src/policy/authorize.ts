import type { Bilingual, RuleCode } from '@mtg/governance';
import { centerOf, type Actor } from '../actor/actor';
import { cellOf, type Allow, type Scope } from './cell';
import { rowsOf, type CommandName, type PolicyRow } from './commands';
import type { Target } from './target';
import { forbidden, outOfScope, ruleViolation, unauthenticated } from './wording';

/** Reason to refuse a command or a read. */
export interface Denial {
  readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN' | 'RULE_VIOLATION';
  readonly rule?: RuleCode;
  readonly message: Bilingual;
}

export type Decision = { readonly allowed: true } | ({ readonly allowed: false } & Denial);

/**
 * Decides whether an actor may give a command, by the policy table. It says nothing of the command's own rules and state.
 *
 * @throws Error when the command has several rows and the target does not say which: an error of the program
 */
export function authorizeCommand(
  actor: Actor | undefined,
  command: CommandName,
  target: Target = {},
): Decision {
  const rows = rowsOf(command);
  if (!actor) return { allowed: false, code: 'UNAUTHENTICATED', message: unauthenticated(rows) };
  const row = rows.find(({ variant }) => variant === target.variant);
  if (!row) throw new Error(`the policy table has no row for ${command} and the variant ${target.variant}`);
  const cell = cellOf(row.cells, actor.role);
  if (cell.kind === 'ALLOW') {
    if (isWithin(cell, actor, target)) return { allowed: true };
    return { allowed: false, code: 'FORBIDDEN', message: outOfScope(actor.role, cell, row) };
  }
  // Actors of another street are refused before any rule about the role is cited.
  if (cell.kind === 'DENY_BY_RULE' && !belongsElsewhere(actor, target)) {
    return violation(actor, cell.rule, row, target);
  }
  return { allowed: false, code: 'FORBIDDEN', message: forbidden(actor.role, [row], target) };
}

const violation = ({ role }: Actor, rule: RuleCode, row: PolicyRow, target: Target): Decision => ({
  allowed: false,
  code: 'RULE_VIOLATION',
  rule,
  message: ruleViolation(role, rule, [row], target),
});

const belongsElsewhere = ({ street }: Actor, target: Target): boolean =>
  street !== undefined && street !== target.street;

const isWithin = ({ scope, only }: Allow, actor: Actor, target: Target): boolean =>
  REACHES[scope](actor, target, only);

const REACHES: Readonly<Record<Scope, (actor: Actor, target: Target, only: string | undefined) => boolean>> =
  {
    DISTRICT: () => true,
    DEPARTMENT: (actor, target, only) => same(actor.department, only ?? target.department),
    STREET: (actor, target) => same(actor.street, target.street),
    CENTER: (actor, target, only) =>
      same(actor.street, target.street) && same(centerOf(actor), only ?? target.center),
    COMMUNITY: (actor, target, only) =>
      same(actor.street, target.street) && same(actor.community, only ?? target.community),
  };

/** Two things that are both unknown are not the same. */
const same = (own: string | undefined, targeted: string | undefined): boolean =>
  own !== undefined && own === targeted;
