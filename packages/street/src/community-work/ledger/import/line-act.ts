import type { LedgerAct, RuleViolation } from '@mtg/governance';
import { snakeCase, type LineProblem } from '@mtg/subgraph-kit';

/** A line breaks a rule: a mistake of the file. */
class LineBreaksRule extends Error {
  override readonly name = 'LineBreaksRule';

  constructor(readonly violations: readonly RuleViolation[]) {
    super('a line breaks a rule');
  }
}

/** The act of a person who imports a line. */
export const actOfLine = (subject: string, now: Date): LedgerAct => ({
  now,
  actor: { subject },
  require: (...findings) => {
    const violations = findings.flat();
    if (violations.length > 0) throw new LineBreaksRule(violations);
  },
});

/** Breaches of rules by what a line does, each with the rule and the column that mends it. */
export function problemsOfAct(line: number, work: () => unknown): readonly LineProblem[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof LineBreaksRule)) throw error;
    return error.violations.map(({ rule, field, message: { zh, en } }) => ({
      line,
      column: snakeCase([field].flat()[0] ?? ''),
      reason: `${rule} ${zh} · ${rule}: ${en}`,
    }));
  }
}
