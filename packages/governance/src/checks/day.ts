import type { Bilingual } from '../bilingual';
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

/** The day of something that another follows; the name as in “早于……” and “precedes …”. */
export interface Earliest {
  readonly day: LocalDay;
  readonly name: Bilingual;
}

/** Checks that something happened between what it follows and today. @param field path of the input */
export function dayHappened(
  field: string,
  day: LocalDay,
  earliest: Earliest,
  today: LocalDay,
): InputProblem | undefined {
  const future = dayNotFuture(field, day, today);
  if (future || precedes(earliest.day, day)) return future;
  return {
    field,
    message: {
      zh: `${day} 早于${earliest.name.zh} ${earliest.day}。请填 ${earliest.day} 至 ${today} 的日期`,
      en: `${day} precedes ${earliest.name.en}, ${earliest.day}. Choose a day from ${earliest.day} to ${today}`,
    },
  };
}

/** Checks that a span does not end before it begins. @param field path of the input with its last day */
export function spanInOrder(field: string, first: LocalDay, last: LocalDay): InputProblem | undefined {
  if (precedes(first, last)) return undefined;
  return {
    field,
    message: {
      zh: `${last} 早于开始的 ${first}。请填 ${first} 或以后的日期`,
      en: `${last} precedes the beginning on ${first}. Choose ${first} or later`,
    },
  };
}
