import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import type { Scanner } from './scanner';

const VERDICTS = new Map([
  [0, 'CLEAN'],
  [1, 'INFECTED'],
] as const);

/** A program that reads the content from its standard input and ends with 0 for clean, 1 for infected, as `clamscan -` does. */
export const commandScanner =
  (program: string, given: readonly string[]): Scanner =>
  async (content) => {
    const child = spawn(program, [...given], { stdio: ['pipe', 'ignore', 'ignore'] });
    const ended = once(child, 'close');
    // A program that has seen enough closes its input. What counts is how it ends.
    pipeline(content, child.stdin).catch(() => content.destroy());
    const [code]: unknown[] = await ended;
    const verdict = VERDICTS.get(code as 0 | 1);
    if (verdict) return verdict;
    throw new Error(`${program} ended with ${String(code)}`);
  };
