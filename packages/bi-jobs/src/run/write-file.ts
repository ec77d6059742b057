import { isStale, openSnapshot, type Doors, type Reader, type Snapshot } from '@mtg/bi-doors';
import { fileNamed, planFile, readParameters } from '@mtg/exports';
import type { ClientConfig, Pool } from 'pg';
import { fileName, type Job } from '../model/job';
import type { FinishedFile } from '../store/claims';
import { writeInThread } from '../thread/write-in-thread';

/** How far a file is. */
export interface Written {
  rows: number;
  bytes: number;
}

interface Writing {
  readonly path: string;
  readonly signal: AbortSignal;
  /** Told each `everyMs` while it is written. */
  readonly onProgress: (written: Written) => void;
  readonly everyMs: number;
}

/** The reader for whom a job was accepted. Their right to the dataset was checked then. */
const readerOf = ({ subject, street }: Job): Reader => ({
  subject,
  street: street ?? undefined,
  refusal: () => undefined,
});

/** Writes the file of a job, of one state of the warehouse, to the disk. */
export async function writeFile(
  doors: Doors,
  job: Job,
  { path, signal, onProgress, everyMs }: Writing,
): Promise<FinishedFile> {
  const { dataset, format } = fileNamed(doors.datasets, fileName(job));
  const asked = readParameters(dataset, format, job.parameters);
  const snapshot = await openSnapshot(doors, readerOf(job), dataset, {
    gone: signal,
    strict: asked.strict,
    filter: asked.filter,
  });
  let bytes = 0;
  let process = 0;
  // From the beginning: to find the end of a page may take as long as to write it.
  const timer = setInterval(() => {
    void rowsSoFar(doors.pool, process).then((rows) => onProgress({ rows, bytes }));
  }, everyMs);
  try {
    const { content, position: positionOf } = await planFile(snapshot, readerOf(job), asked);
    const position = await positionOf();
    const task = {
      connection: connectionOf(doors.pool),
      snapshot: await exportSnapshot(snapshot),
      content,
      path,
      everyMs,
    };
    const file = await writeInThread(task, {
      signal,
      onBegun: (begun) => {
        process = begun;
        void snapshot.end();
      },
      onWritten: (written) => (bytes = written),
    });
    return {
      ...file,
      position,
      freshness: snapshot.freshness.map((each) => ({
        street: each.street,
        state: each.state,
        freshAt: each.freshAt?.toISOString() ?? null,
        stale: isStale(each),
      })),
    };
  } finally {
    clearInterval(timer);
    await snapshot.end(true);
  }
}

/** The settings of the pool by which another thread opens a connection like its. */
function connectionOf({ options }: Pool): ClientConfig {
  const { connectionString, application_name, connectionTimeoutMillis, keepAlive } = options;
  return { connectionString, application_name, connectionTimeoutMillis, keepAlive };
}

/** Lets another connection read the same state, while this one keeps it. */
async function exportSnapshot({ client }: Snapshot): Promise<string> {
  const { rows } = await client.query<{ name: string }>('SELECT pg_export_snapshot() AS name');
  return rows[0]?.name ?? '';
}

/** Rows that the database has sent, as it counts them itself. 0 if it does not say. */
async function rowsSoFar(pool: Pool, process: number): Promise<number> {
  try {
    const { rows } = await pool.query<{ rows: number }>(
      'SELECT tuples_processed::float8 AS rows FROM pg_stat_progress_copy WHERE pid = $1',
      [process],
    );
    return rows[0]?.rows ?? 0;
  } catch {
    return 0;
  }
}
