import type { z } from 'zod';
import { askDistrict } from './ask-district';

/** A query of the district, and what its answer means. */
interface Asked<Answer, Meaning> {
  readonly query: string;
  readonly shape: z.ZodType<Answer>;
  readonly read: (answer: Answer) => Meaning;
}

/** Something public that the district is asked for again each time, without a token; what it said last while it does not answer. */
export class LastSaid<Answer, Meaning> {
  #said: Meaning | undefined;

  /** @param url of the district's GraphQL; undefined where the street is deployed without one */
  constructor(
    private readonly url: string | undefined,
    private readonly asked: Asked<Answer, Meaning>,
  ) {}

  /** True until a district that there is has answered for the first time. */
  get isUnheard(): boolean {
    return this.url !== undefined && this.#said === undefined;
  }

  /** Undefined as long as nothing was said. */
  async now(): Promise<Meaning | undefined> {
    if (this.url === undefined) return undefined;
    const { query, shape, read } = this.asked;
    try {
      this.#said = read(await askDistrict(this.url, { query, shape }));
    } catch {
      // A street's checks do not wait for the district.
    }
    return this.#said;
  }
}
