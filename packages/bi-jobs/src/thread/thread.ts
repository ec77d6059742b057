/** The program of a thread that makes one file, so that requests do not wait for the work. */
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { settleValues, sourceOf } from '@mtg/exports/content';
import { Client, escapeLiteral } from 'pg';
import { Meter } from './meter';
import { failureOf } from './thread-failure';
import type { ThreadFile, ThreadMessage, ThreadTask } from './thread-task';

// A thread has no origin, as windows do.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const tell = (message: ThreadMessage): void => parentPort?.postMessage(message);

async function write({ connection, snapshot, content, path, everyMs }: ThreadTask): Promise<ThreadFile> {
  const client = new Client(connection);
  // A connection that breaks tells the statement that runs on it.
  client.on('error', () => undefined);
  await client.connect();
  // The server looks whether the thread is still there, also while it sorts.
  await client.query(
    `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT ${escapeLiteral(snapshot)};
     SET LOCAL client_connection_check_interval = '2s'`,
  );
  await settleValues(client);
  const { rows: own } = await client.query<{ process: number }>('SELECT pg_backend_pid() AS process');
  tell({ kind: 'BEGUN', process: own[0]?.process ?? 0 });
  const meter = new Meter();
  const timer = setInterval(() => tell({ kind: 'WRITTEN', bytes: meter.bytes }), everyMs);
  try {
    const file = await open(path, 'w', 0o600);
    const { source, steps, rows } = sourceOf(client, content);
    // The handle is closed by its stream; its bytes are on the disk before the file gets its name.
    await pipeline([source, ...steps, meter, file.createWriteStream({ flush: true })]);
    await client.query('COMMIT');
    return { rows: rows(), bytes: meter.bytes, digest: meter.digest() };
  } finally {
    clearInterval(timer);
    await client.end();
  }
}

// The thread is started with a task.
write(workerData as ThreadTask).then(
  (file) => tell({ kind: 'DONE', file }),
  (error: unknown) => tell({ kind: 'FAILED', failure: failureOf(error) }),
);
