import type { RuleViolation } from '../catalogue/violation';
import type { InputProblem } from '../checks/input-problem';
import type { StateProblem } from '../checks/state-problem';
import type { StateMachine } from '../state-machines/state-machine';

/**
 * The actor and the time of a change, and the way to refuse it: the transaction of a command, or an act of the sample.
 * Effects are worked out from it, so that both keep the same rules and write the same values.
 */
export interface Act {
  readonly now: Date;
  readonly actor: { readonly subject: string; readonly role: string };
  /** Ends the act unless every rule is kept. */
  require(...findings: readonly (readonly RuleViolation[])[]): void;
  /** Ends the act where a value of its input does not fit the facts. */
  requireInput(problem: InputProblem | undefined): void;
  /** Ends the act where the state of a row that it needs does not allow it. */
  requireState(row: { readonly version: number }, problem: StateProblem | undefined): void;
  /**
   * The state that a command leads to; ends the act where the state of the row does not allow it.
   *
   * @param outcome where facts decide between several states, the one that they decided on
   */
  step<Name extends string>(
    machine: StateMachine<Name>,
    row: { readonly state: Name; readonly version: number },
    command: string,
    outcome?: NoInfer<Name>,
  ): Name;
}
