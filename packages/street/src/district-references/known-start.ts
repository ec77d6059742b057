import type { LocalDay } from '@mtg/governance';
import { z } from 'zod';
import { LastSaid } from './last-said';

const shape = z.object({
  data: z.object({
    district: z.object({ judgementStarts: z.object({ nodes: z.array(z.object({ since: z.string() })) }) }),
  }),
});

/** The day from which a street is judged, as the district said last. */
export class KnownStart {
  readonly #said: LastSaid<z.infer<typeof shape>, { readonly since: LocalDay | undefined }>;

  /**
   * @param url of the district's GraphQL; undefined where the street is deployed without one
   * @param street its code
   */
  constructor(url: string | undefined, street: string) {
    this.#said = new LastSaid(url, {
      // The last one that was recorded counts.
      query: `{ district { judgementStarts(last: 1, filter: { streetCode: ${JSON.stringify(street)}, sample: false }) {
        nodes { since } } } }`,
      shape,
      read: ({ data }) => ({ since: data.district.judgementStarts.nodes[0]?.since }),
    });
  }

  /** True until the district has answered for the first time. */
  get isUnheard(): boolean {
    return this.#said.isUnheard;
  }

  /** The day, or undefined where none is set; that known last while the district does not answer. */
  async now(): Promise<LocalDay | undefined> {
    return (await this.#said.now())?.since;
  }
}
