import { randomUUID } from 'node:crypto';
import { claimJob } from '../store/claims';
import { attemptsWithFile, expireJobs } from '../store/expire';
import { JobEnded } from './job-problem';
import { runJob, type Workshop } from './run-job';

/** Looks for jobs of other programs, and for those that have ended with theirs. */
const LOOK_MS = 2000;
const SWEEP_MS = 30_000;

/** Makes the files of jobs, a few at a time, and removes those that have had their time. */
export class Runner {
  readonly #id = randomUUID();
  readonly #running = new Map<string, AbortController>();
  readonly #ends = new Set<Promise<void>>();
  readonly #timers: NodeJS.Timeout[] = [];
  #stopped = false;
  #looking: Promise<void> | undefined;

  /** @param atOnce jobs at a time; 0 to leave all to other programs */
  constructor(
    private readonly workshop: Workshop,
    private readonly atOnce: number,
  ) {}

  start(): void {
    this.#timers.push(
      setInterval(() => this.wake(), LOOK_MS),
      setInterval(() => void this.sweep(), SWEEP_MS),
    );
    void this.sweep();
    this.wake();
  }

  /** Looks for jobs now. */
  wake(): void {
    if (!this.#stopped) this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
  }

  /** Ends a job that this program makes. */
  cancel(id: string): void {
    this.#running.get(id)?.abort(new JobEnded('TAKEN'));
  }

  /** Puts what runs back into the queue. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearInterval(timer);
    await this.#looking;
    for (const job of this.#running.values()) job.abort(new JobEnded('STOPPED'));
    await Promise.all(this.#ends);
  }

  /** Removes what has had its time, and files that no job has. */
  async sweep(): Promise<void> {
    const { doors, files } = this.workshop;
    try {
      await expireJobs(doors.pool);
      await files.removeOthers(() => attemptsWithFile(doors.pool));
    } catch (error) {
      doors.logger.warn({ err: error }, 'files of jobs could not be looked through');
    }
  }

  async #look(): Promise<void> {
    const { doors } = this.workshop;
    try {
      while (!this.#stopped && this.#running.size < this.atOnce) {
        const claim = await claimJob(doors.pool, this.#id);
        if (!claim) return;
        const ended = new AbortController();
        this.#running.set(claim.job.id, ended);
        const end = runJob(this.workshop, claim, ended)
          .catch((error: unknown) =>
            doors.logger.error({ err: error, jobId: claim.job.id }, 'a job could not be ended'),
          )
          .finally(() => {
            this.#running.delete(claim.job.id);
            this.#ends.delete(end);
            this.wake();
          });
        this.#ends.add(end);
      }
    } catch (error) {
      doors.logger.warn({ err: error }, 'jobs could not be looked for');
    }
  }
}
