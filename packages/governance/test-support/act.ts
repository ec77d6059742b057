import { nextState, type Act } from '../src';

export const NOW = new Date('2026-11-18T02:00:00Z');

/** An act that a broken rule, or a state that does not allow it, ends with the words of the refusal. */
export const actAs = (role: string, now = NOW): Act => ({
  now,
  actor: { subject: `${role}:1`, role },
  require: (...findings) => {
    const [first] = findings.flat();
    if (first) throw new Error(`${first.rule} ${[first.field].flat().join(',')}: ${first.message.zh}`);
  },
  requireInput: (problem) => {
    if (problem) throw new Error(`input.${problem.field}: ${problem.message.zh}`);
  },
  requireState: (_, problem) => {
    if (problem) throw new Error(`state ${problem.field ?? ''}: ${problem.message.zh}`);
  },
  step: (machine, { state }, command, outcome) => {
    const next = nextState(machine, state, command, outcome);
    if (next.refusal) throw new Error(`${machine.name} ${state}: ${command}`);
    return next.to;
  },
});
