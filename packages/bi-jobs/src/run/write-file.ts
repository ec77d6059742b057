import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { isStale, openSnapshot, type Doors, type Reader, type Snapshot } from '@mtg/bi-doors';
import { fileNamed, planFile, readParameters } from '@mtg/exports';
import { fileName, type Job } from '../model/job';
import type { FinishedFile } from '../store/claims';
import { Meter } from './meter';

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
  const snapshot = await openSnapshot(doors, readerOf(job), dataset, asked.strict);
  const meter = new Meter();
  // From the beginning: to find the end of a page may take as long as to write it.
  const timer = setInterval(() => {
    void rowsSoFar(doors, snapshot).then((rows) => onProgress({ rows, bytes: meter.bytes }));
  }, everyMs);
  try {
    const planned = await planFile(snapshot, readerOf(job), asked);
    const position = await planned.position();
    const file = await open(path, 'w', 0o600);
    const { source, steps, rows } = planned.begin();
    // The handle is closed by its stream; its bytes are on the disk before the file gets its name.
    await pipeline([source, ...steps, meter, file.createWriteStream({ flush: true })], { signal });
    await snapshot.end();
    return {
      rows: rows(),
      bytes: meter.bytes,
      digest: meter.digest(),
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

/** Rows that the database has sent, as it counts them itself. 0 if it does not say. */
async function rowsSoFar({ pool }: Doors, { client }: Snapshot): Promise<number> {
  try {
    const { rows } = await pool.query<{ rows: number }>(
      'SELECT tuples_processed::float8 AS rows FROM pg_stat_progress_copy WHERE pid = $1',
      [processOf(client)],
    );
    return rows[0]?.rows ?? 0;
  } catch {
    return 0;
  }
}

// The driver has the number of the server's process; its types leave it out.
const processOf = (client: object): number => (client as { readonly processID: number }).processID;
