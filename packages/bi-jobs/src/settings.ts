/** Limits of jobs, and where their files are. */
export interface JobSettings {
  /** Directory of the files, which all programs over one warehouse share. */
  readonly directory: string;
  /** Jobs that a reader has at most, with those whose file is there. */
  readonly perReader: number;
  /** Bytes that all files have at most. */
  readonly mostBytes: number;
  /** Time that a file is kept. */
  readonly keepSeconds: number;
  /** Jobs that this program makes at a time. */
  readonly atOnce: number;
  /** Time that a link to a file is valid. */
  readonly linkSeconds: number;
}
