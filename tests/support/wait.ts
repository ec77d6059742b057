import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits for something to become true and fails with its name if it does not.
 *
 * @param pauseMs between two looks: longer where a look is itself work that what is waited for could use
 */
export async function eventually(
  what: string,
  condition: () => boolean | Promise<boolean>,
  limitMs = 30_000,
  pauseMs = 25,
): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`not within ${limitMs} ms: ${what}`);
    await sleep(pauseMs);
  }
}

/**
 * Waits until an expectation holds: of a state that comes by itself some time after a start. Fails as the expectation did last.
 *
 * @param pauseMs between two looks, as of `eventually`
 */
export async function eventuallyHolds(
  expectation: () => Promise<void>,
  limitMs = 60_000,
  pauseMs = 200,
): Promise<void> {
  const end = Date.now() + limitMs;
  for (;;) {
    try {
      return await expectation();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await sleep(pauseMs);
  }
}

/** True while the process runs; a zombie does not. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM';
  }
  const stat = `/proc/${pid}/stat`;
  return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, 'utf8'));
}
