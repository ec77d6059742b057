import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import { fileName, type Job } from '../model/job';

/** Proof of a link: until when it is valid, and the signature of that and of the job. */
export interface Proof {
  /** Seconds since 1970. */
  readonly expires: string;
  readonly signature: string;
}

export type LinkState = 'VALID' | 'EXPIRED' | 'WRONG';

/** Signs links to files with the secret of the warehouse, so that each program knows those of the others. */
export class Links {
  #secret: string | undefined;

  constructor(private readonly pool: Pool) {}

  /** Path of the file of a job, with the proof that it was given by this warehouse. */
  async pathTo(job: Job, expires: Date): Promise<string> {
    const seconds = String(Math.floor(expires.getTime() / 1000));
    const signature = await this.#sign(job.id, seconds);
    return `/bi/jobs/${job.id}/${fileName(job)}?expires=${seconds}&signature=${signature.toString('base64url')}`;
  }

  async stateOf(id: string, { expires, signature }: Proof): Promise<LinkState> {
    const given = Buffer.from(signature, 'base64url');
    const right = await this.#sign(id, expires);
    if (given.length !== right.length || !timingSafeEqual(given, right)) return 'WRONG';
    return Number(expires) * 1000 > Date.now() ? 'VALID' : 'EXPIRED';
  }

  async #sign(id: string, expires: string): Promise<Buffer> {
    this.#secret ??= await this.#read();
    return createHmac('sha256', this.#secret).update(`${id} ${expires}`).digest();
  }

  async #read(): Promise<string> {
    const { rows } = await this.pool.query<{ secret: string }>('SELECT secret FROM warehouse.job_secret');
    const secret = rows[0]?.secret;
    if (!secret) throw new Error('warehouse.job_secret is empty. Its migration fills it');
    return secret;
  }
}
