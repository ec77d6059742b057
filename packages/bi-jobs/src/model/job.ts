import type { Reader } from '@mtg/bi-doors';
import type { Dataset } from '@mtg/datasets';
import type { Format } from '@mtg/exports';

export type JobState = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'EXPIRED';

/** How fresh the rows of a street were when a file was made. */
export interface JobFreshness {
  readonly street: string;
  readonly state: string;
  readonly freshAt: string | null;
  readonly stale: boolean;
}

/** Reason for which a job failed, as a client is told it. */
export interface JobProblem {
  readonly code: string;
  readonly message: string;
}

/** A file that is made in the background. */
export interface Job {
  readonly id: string;
  /** Subject of the reader who asked for it. */
  readonly subject: string;
  /** Name of that reader's key; null with a token. */
  readonly key: string | null;
  /** The only street whose rows it has; all without it. */
  readonly street: string | null;
  readonly dataset: string;
  readonly format: Format;
  /** As they came, and as an export takes them. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly state: JobState;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly expiresAt: Date | null;
  /** Number of the attempt. Each has a file of its own. */
  readonly attempt: number;
  /** Attempts that ended with their program, or for a reason that may pass. */
  readonly failures: number;
  readonly rows: number;
  /** As the database expects them. */
  readonly expectedRows: number;
  readonly bytes: number;
  /** SHA-256 of the file, in base64. */
  readonly digest: string | null;
  /** Passed by a client as `since` the next time. */
  readonly position: string | null;
  readonly freshness: readonly JobFreshness[] | null;
  readonly problem: JobProblem | null;
}

/** True if a reader may see a job: it is their own, and they may still read its rows. */
export const isOf = (job: Job, { subject, key, street, refusal }: Reader, dataset: Dataset): boolean =>
  job.subject === subject &&
  job.key === (key ?? null) &&
  (street === undefined || street === job.street) &&
  refusal(dataset) === undefined;

/** Name of the file for those who load it. */
export const fileName = ({ dataset, format }: Pick<Job, 'dataset' | 'format'>): string =>
  `${dataset}.${format}`;

/** Names a content for good: another attempt or another file has another. */
export const tagOf = ({ digest }: Pick<Job, 'digest'>): string => `"${(digest ?? '').slice(0, 32)}"`;
