import {
  findRule,
  nextState,
  type Act,
  type Bilingual,
  type RuleViolation,
  type StateMachine,
  type Transition,
} from '@mtg/governance';

/** Sample data would break a rule, or a command would refuse it: a mistake of the generator, which ends the load. */
export class SampleBreaksRule extends Error {
  override readonly name = 'SampleBreaksRule';
}

/** @throws SampleBreaksRule with the rule's sentence */
export function keep(findings: readonly RuleViolation[]): void {
  const [first] = findings;
  if (first) throw broken(first.rule, first.message);
}

/** The state that a command leads to, and in whose name. @throws SampleBreaksRule when the state does not allow it */
export function stepOf<Name extends string>(
  machine: StateMachine<Name>,
  from: NoInfer<Name>,
  command: string,
  outcome?: NoInfer<Name>,
): { readonly to: Name; readonly transition: Transition<Name> } {
  const next = nextState(machine, from, command, outcome);
  if (next.refusal) throw broken(next.refusal.rule ?? machine.name, next.refusal.message);
  return next;
}

/** An act of the sample's; what would break a rule ends the load. */
export const actOf = (actor: Act['actor'], now: Date): Act => ({
  now,
  actor,
  require: (...findings) => keep(findings.flat()),
  requireInput: (problem) => {
    if (problem) throw unfit(problem.field, problem.message);
  },
  requireState: (_, problem) => {
    if (problem) throw unfit(problem.field ?? 'state', problem.message);
  },
  step: (machine, { state }, command, outcome) => stepOf(machine, state, command, outcome).to,
});

const unfit = (field: string, { zh, en }: Bilingual): SampleBreaksRule =>
  new SampleBreaksRule(`样例数据的 ${field} 不当：${zh} · a value of the sample is wrong: ${field}: ${en}`);

function broken(code: string, { zh, en }: Bilingual): SampleBreaksRule {
  const sentence = findRule(code)?.sentence;
  return new SampleBreaksRule(
    `样例数据违反 ${code}：${sentence ?? ''} ${zh} · the sample breaks ${code}: ${en}`,
  );
}
