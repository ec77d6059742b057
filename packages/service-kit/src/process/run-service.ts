import { ConfigurationError } from '../config/configuration-error';
import { EXIT } from './exit-codes';
import { StartFailure } from './start-failure';

/** A service that was started and can be stopped. */
export interface RunningService {
  stop(): Promise<void>;
}

/** Time limit of an orderly stop, after which the process ends anyway. */
const STOP_LIMIT_MS = 10_000;

/**
 * Runs a service until it is told to stop by SIGTERM, SIGINT or the death of the launcher that started it (its IPC
 * channel closes, even after kill -9). Exit codes: 0 stopped as asked, 78 configuration, 1 anything else.
 */
export async function runService(start: () => Promise<RunningService>): Promise<void> {
  let stopping = false;
  let service: RunningService | undefined;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(EXIT.FAILURE), STOP_LIMIT_MS).unref();
    Promise.resolve(service?.stop()).then(
      () => process.exit(EXIT.OK),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (process.connected) process.on('disconnect', stop);
  try {
    service = await start();
    // A signal that came during the start found nothing to stop yet.
    if (stopping) await service.stop();
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): never {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(error instanceof ConfigurationError ? EXIT.CONFIG : EXIT.FAILURE);
}

/** A sentence for what a person can mend; the stack of anything else. */
function sentenceOf(error: unknown): string {
  if (error instanceof ConfigurationError || error instanceof StartFailure) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as { code?: unknown; port?: unknown };
  if (code === 'EADDRINUSE') {
    return `端口 ${String(port)} 已被占用，请用 PORT 指定别的端口 · Port ${String(port)} is in use. Set PORT to another port`;
  }
  return error.stack ?? error.message;
}
