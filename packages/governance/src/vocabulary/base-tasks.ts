import type { Refusal } from '../refusal';

/** Number of base tasks that the study declares for the seven centers (`seed:82`). It names 14 of them. */
export const DECLARED_BASE_TASKS = 32;

/**
 * Refuses more named base tasks than are declared. Fewer are allowed: the district imports the missing ones.
 *
 * @param named how many base tasks would be named in all, those already stored included
 * @returns the refusal, or `undefined` when the total is within the declaration
 * @throws RangeError when `named` is not a count
 */
export function checkBaseTaskCount(named: number): Refusal<'TOO_MANY_BASE_TASKS'> | undefined {
  if (!Number.isSafeInteger(named) || named < 0) {
    throw new RangeError(`A count of base tasks is a whole number from 0 on, not ${named}`);
  }
  if (named <= DECLARED_BASE_TASKS) {
    return undefined;
  }
  const excess = named - DECLARED_BASE_TASKS;
  return {
    reason: 'TOO_MANY_BASE_TASKS',
    message: {
      zh: `基础任务共${named}项，超出已确定的${DECLARED_BASE_TASKS}项（seed:82）。请减去${excess}项，或检查是否与已有任务重复。`,
      en: `${named} base tasks are ${excess} more than the declared ${DECLARED_BASE_TASKS} (seed:82). Remove ${excess}, or check for duplicates of stored tasks.`,
    },
  };
}
