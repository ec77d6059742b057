import { Worker } from 'node:worker_threads';
import { errorOf } from './thread-failure';
import type { ThreadFile, ThreadMessage, ThreadTask } from './thread-task';

interface Watching {
  readonly signal: AbortSignal;
  /** Told once the thread reads the state of the warehouse. @param process of PostgreSQL that serves it */
  readonly onBegun: (process: number) => void;
  readonly onWritten: (bytes: number) => void;
}

/** Makes a file in a thread of its own. It has ended, with its connection, when this returns or throws. */
export async function writeInThread(
  task: ThreadTask,
  { signal, onBegun, onWritten }: Watching,
): Promise<ThreadFile> {
  signal.throwIfAborted();
  const worker = new Worker(require.resolve('@mtg/bi-jobs/thread'), { workerData: task });
  let onAbort: (() => void) | undefined;
  try {
    return await new Promise<ThreadFile>((resolve, reject) => {
      onAbort = () => reject(new Error('the job was ended'));
      signal.addEventListener('abort', onAbort);
      worker.on('message', (message: ThreadMessage) => {
        if (message.kind === 'BEGUN') onBegun(message.process);
        else if (message.kind === 'WRITTEN') onWritten(message.bytes);
        else if (message.kind === 'DONE') resolve(message.file);
        else reject(errorOf(message.failure));
      });
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the thread of a job ended with ${code}`)));
    });
  } finally {
    if (onAbort) signal.removeEventListener('abort', onAbort);
    await worker.terminate();
  }
}
