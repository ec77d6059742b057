import type { RuleViolation } from '../catalogue/violation';

/** Says of findings on one task of a batch which task it is, in words and by the path of the input. */
export const findingsOfTask = (index: number, findings: readonly RuleViolation[]): readonly RuleViolation[] =>
  findings.map(({ field = [], message: { zh, en }, ...violation }) => ({
    ...violation,
    field: typeof field === 'string' ? within(index, field) : field.map((each) => within(index, each)),
    message: { zh: `第${index + 1}项任务：${zh}`, en: `Task ${index + 1}: ${en}` },
  }));

const within = (index: number, field: string): string => `assignments.${index}.${field}`;
