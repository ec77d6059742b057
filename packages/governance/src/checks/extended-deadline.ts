import type { LocalDay } from '../time/local-day';
import type { InputProblem } from './input-problem';

/** Checks the new deadline of an order, which is later than the old one and not in the past. */
export function checkExtendedDeadline(
  deadline: LocalDay,
  old: LocalDay,
  today: LocalDay,
): InputProblem | undefined {
  if (deadline > old && deadline >= today) return undefined;
  return {
    field: 'deadline',
    message: {
      zh: `新的完成时限须晚于原时限 ${old}，且不早于今天（${today}）`,
      en: `Choose a deadline after the present one (${old}) and not before today (${today})`,
    },
  };
}
