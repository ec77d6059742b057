import type { LocalDay } from '@mtg/governance';
import { z } from 'zod';
import { askDistrict } from './ask-district';

const QUERY = '{ district { judgementStarts(last: 100) { nodes { streetCode since sample } } } }';

const shape = z.object({
  data: z.object({
    district: z.object({
      judgementStarts: z.object({
        nodes: z.array(z.object({ streetCode: z.string(), since: z.string(), sample: z.boolean() })),
      }),
    }),
  }),
});

/** The days from which streets are judged, as the district said last. They are public, and so asked for without a token. */
export class KnownStarts {
  #starts: ReadonlyMap<string, LocalDay> | undefined;

  /** @param url of the district's GraphQL; undefined where the street is deployed without one */
  constructor(private readonly url: string | undefined) {}

  /** True until the district has answered for the first time. */
  get isUnheard(): boolean {
    return this.url !== undefined && this.#starts === undefined;
  }

  /** The day of a street, or undefined where none is set; that known last while the district does not answer. */
  async startOf(street: string): Promise<LocalDay | undefined> {
    if (this.url === undefined) return undefined;
    try {
      const { data } = await askDistrict(this.url, { query: QUERY, shape });
      // Oldest first, so that the last one recorded for a street counts.
      this.#starts = new Map(
        data.district.judgementStarts.nodes
          .filter(({ sample }) => !sample)
          .map(({ streetCode, since }) => [streetCode, since]),
      );
    } catch {
      // A street's checks do not wait for the district.
    }
    return this.#starts?.get(street);
  }
}
