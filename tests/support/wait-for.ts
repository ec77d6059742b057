import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something holds; what it throws ends the wait at once. */
export async function waitFor(
  what: string,
  limitMs: number,
  holds: () => boolean | Promise<boolean>,
  pauseMs = 100,
): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`waited ${limitMs} ms for ${what}`);
    await sleep(pauseMs);
  }
}

/** Whether a process with this id runs. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
