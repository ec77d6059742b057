import { centerOf, type Actor } from '../actor/actor';
import { authorizeCommand, type Decision, type Denial } from './authorize';
import type { Target } from './target';
import { cellOf } from './cell';
import { rowsOf, type CommandName, type PolicyRow } from './commands';
import { forbidden, outOfScope, ruleViolation } from './wording';

type Refusal = Exclude<Decision, { readonly allowed: true }>;

/**
 * The refusal that `authorizeCommand` has for every target there could be, where it is one and the same; allowed
 * otherwise. Asked before anything is looked up, it keeps roles without the command from learning by its answers
 * which identifiers exist.
 *
 * @param street code of the street whose subgraph is asked
 */
export function authorizeRole(actor: Actor | undefined, command: CommandName, street: string): Decision {
  const rows = rowsOf(command);
  const [first, ...others] = rows.map(({ variant }) =>
    authorizeCommand(actor, command, nearest(actor, street, variant)),
  );
  if (!first || first.allowed || !others.every((other) => isSame(first, other))) return { allowed: true };
  if (!actor) return first;
  return { ...first, message: ofAllRows(actor, first, rows) };
}

/**
 * Tells whether an actor may give at least one of these commands in a street, aimed at the actor's own place in it.
 *
 * @param street code of the street whose subgraph is asked
 */
export const mayGiveAny = (actor: Actor, commands: readonly CommandName[], street: string): boolean =>
  commands.some((command) =>
    rowsOf(command).some(
      ({ cells, variant }) =>
        cellOf(cells, actor.role).kind === 'ALLOW' &&
        authorizeCommand(actor, command, nearest(actor, street, variant)).allowed,
    ),
  );

/** Aimed at the actor's own place: who may not do it there may do it nowhere in the street. */
const nearest = (actor: Actor | undefined, street: string, variant: string | undefined): Target => ({
  ...(actor && { ...actor, center: centerOf(actor) }),
  street,
  ...(variant !== undefined && { variant }),
});

const isSame = ({ code, rule }: Refusal, other: Decision): boolean =>
  !other.allowed && other.code === code && other.rule === rule;

/** Says nothing of a kind: which it is, is not known yet. */
function ofAllRows({ role }: Actor, { rule }: Denial, rows: readonly PolicyRow[]): Denial['message'] {
  if (rule !== undefined) return ruleViolation(role, rule, rows);
  for (const { command, label, cells } of rows) {
    const cell = cellOf(cells, role);
    if (cell.kind === 'ALLOW') return outOfScope(role, cell, { key: command, command, label, cells });
  }
  return forbidden(role, rows);
}
