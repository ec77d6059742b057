import type { InputProblem } from './input-problem';

/** Something that has a code, or had it until it ended. */
interface Coded {
  readonly name: string;
}

/** The problem of a code that stands, or stood, for something else: codes are used once. */
export function takenCode(code: string, { name }: Coded, isPast: boolean): InputProblem {
  const [zh, en] = isPast ? ['曾为', 'was the code of'] : ['已是', 'is the code of'];
  return {
    field: 'code',
    message: {
      zh: `代码“${code}”${zh}“${name}”的代码。请另取代码`,
      en: `“${code}” ${en} “${name}”. Choose another code`,
    },
  };
}
