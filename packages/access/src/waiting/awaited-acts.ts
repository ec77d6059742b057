import { transitionsFrom, VERBS, type Bilingual, type StateMachine, type Verb } from '@mtg/governance';
import { CENTER, cellOf, type Allow } from '../policy/cell';
import { COMMANDS, rowsOf, type CommandName } from '../policy/commands';
import type { Role } from '../roles/role';
import { isOptionalStep } from './optional-steps';
import { isOfOwnCenter } from './own-center-steps';

/** A command that is awaited of a role, and where: where the role may give it, or for its own center alone. */
export interface AwaitedAct {
  readonly command: CommandName;
  readonly label: Bilingual;
  readonly allow: Allow;
}

/** The command as an act of a role; undefined where the policy table does not allow it. @param variant kind of body or meeting */
export function actOf(role: Role, command: CommandName, variant?: string): AwaitedAct | undefined {
  const rows = rowsOf(command);
  const row = rows.find((each) => each.variant === undefined || each.variant === variant);
  const cell = row && cellOf(row.cells, role);
  return cell?.kind === 'ALLOW' ? { command, label: VERBS[command], allow: cell } : undefined;
}

/**
 * The acts that a thing in a state waits for from a role, by the policy table and the thing's state machine.
 *
 * @param variant kind of the body or meeting, where the policy table distinguishes it
 */
export function awaitedActs(
  role: Role,
  machine: StateMachine,
  state: string,
  variant?: string,
): readonly AwaitedAct[] {
  const commands = new Set(
    transitionsFrom(machine, state)
      .map(({ command }) => command)
      .filter((command) => isCommand(command) && !isOptionalStep(machine.name, command, state)),
  );
  return [...commands].flatMap((command) => {
    const act = isCommand(command) ? actOf(role, command, variant) : undefined;
    if (!act) return [];
    return [isOfOwnCenter(role, machine.name, act.command) ? { ...act, allow: CENTER } : act];
  });
}

const isCommand = (verb: Verb): verb is CommandName => Object.hasOwn(COMMANDS, verb);
