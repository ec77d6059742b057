import type { Verb } from '@mtg/governance';
import type { Role } from '../roles/role';

/** A step that a role may take for every center, and that is awaited of it for its own. */
interface OwnCenterStep {
  /** Name of the state machine. */
  readonly machine: string;
  readonly command: Verb;
  readonly role: Role;
  readonly why: string;
}

const OWN_CENTER_STEPS: readonly OwnCenterStep[] = [
  {
    machine: 'difficulty',
    command: 'solveDifficulty',
    role: 'DISPATCHER',
    why: 'Each center solves its difficulties; 综合管理中心 records a solution for another where it has to, and nothing waits for that.',
  },
];

/** True if a step is awaited of a role for its own center alone, wherever else it may take it. */
export const isOfOwnCenter = (role: Role, machine: string, command: Verb): boolean =>
  OWN_CENTER_STEPS.some((step) => step.role === role && step.machine === machine && step.command === command);
