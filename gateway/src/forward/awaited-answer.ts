import type { InsightPulse } from './insight-pulse';

/** How long an answer may take to begin. */
export interface AnswerLimits {
  /** Altogether: a large sort takes its time. */
  readonly answerMs: number;
  /** Of silence, before the program is asked whether it still runs, and until it has to say so. */
  readonly pulseMs: number;
}

/** Causes for which an answer is not waited for any longer. */
export type NoAnswer = 'SILENT' | 'LONG';

/** An answer did not begin in time. */
export class NotAnswered extends Error {
  override readonly name = 'NotAnswered';

  constructor(readonly why: NoAnswer) {
    super(why === 'SILENT' ? 'the program does not answer' : 'the answer has not begun in time');
  }
}

/**
 * Waits until an answer begins, as long as the program runs and no longer than the limit.
 *
 * @param giveUp ends the request; it then fails
 */
export async function awaitAnswer<T>(
  answer: Promise<T>,
  pulse: InsightPulse,
  { answerMs, pulseMs }: AnswerLimits,
  giveUp: (reason: NotAnswered) => void,
): Promise<T> {
  const began = performance.now();
  let isOver = false;
  const look = async (): Promise<void> => {
    const isLate = performance.now() - began >= answerMs;
    const why = isLate ? 'LONG' : (await pulse.beats()) ? undefined : 'SILENT';
    if (isOver) return;
    if (why) giveUp(new NotAnswered(why));
    else wait();
  };
  let timer: NodeJS.Timeout | undefined;
  const wait = (): void => {
    const left = answerMs - (performance.now() - began);
    timer = setTimeout(() => void look(), Math.max(1, Math.min(pulseMs, left)));
  };
  wait();
  try {
    return await answer;
  } finally {
    isOver = true;
    clearTimeout(timer);
  }
}
