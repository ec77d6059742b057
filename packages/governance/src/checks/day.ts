import type { LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import type { InputProblem } from './input-problem';

/** Checks that a day is today or later. @param field path of the input */
export function dayNotPast(field: string, day: LocalDay, today: LocalDay): InputProblem | undefined {
  if (precedes(today, day)) return undefined;
  return {
    field,
    message: {
      zh: `${day} 早于今天（${today}）。请填今天或以后的日期`,
      en: `${day} is in the past. Choose today (${today}) or later`,
    },
  };
}

/** Checks that a day is today or earlier. @param field path of the input */
export function dayNotFuture(field: string, day: LocalDay, today: LocalDay): InputProblem | undefined {
  if (precedes(day, today)) return undefined;
  return {
    field,
    message: {
      zh: `${day} 晚于今天（${today}）。请填今天或以前的日期`,
      en: `${day} is in the future. Choose today (${today}) or earlier`,
    },
  };
}
