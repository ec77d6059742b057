import { isRunByNpm } from '../config';

/** npm passes a Ctrl-C on that the terminal has already sent: two within this time are one. */
const SAME_REQUEST_MS = 1_000;
const PARENT_CHECK_MS = 500;

/**
 * Listens for requests to stop: Ctrl-C, SIGTERM, the end of the terminal (SIGHUP) and, under `npm start`, the death of
 * npm's shell, which passes no signal on.
 *
 * @param onStop the first request, with what it was
 * @param onForce a second Ctrl-C or SIGTERM
 */
export function onStopRequest(onStop: (reason: string) => void, onForce: () => void): void {
  let firstAt: number | undefined;
  const request = (reason: string): void => {
    if (firstAt === undefined) {
      firstAt = Date.now();
      onStop(reason);
    } else if (reason !== 'SIGHUP' && Date.now() - firstAt > SAME_REQUEST_MS) {
      onForce();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => request(signal));
  if (!isRunByNpm()) return;
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(check);
    if (firstAt === undefined) request('npm');
  }, PARENT_CHECK_MS);
  check.unref();
}
