import type { LocalDay } from '@mtg/governance';
import { z } from 'zod';
import { LastSaid } from './last-said';

const shape = z.object({
  data: z.object({
    district: z.object({
      judgementStarts: z.object({
        nodes: z.array(z.object({ streetCode: z.string(), since: z.string(), sample: z.boolean() })),
      }),
    }),
  }),
});

/** The days from which streets are judged, as the district said last. */
export class KnownStarts {
  readonly #said: LastSaid<z.infer<typeof shape>, ReadonlyMap<string, LocalDay>>;

  /** @param url of the district's GraphQL; undefined where the street is deployed without one */
  constructor(url: string | undefined) {
    this.#said = new LastSaid(url, {
      query: '{ district { judgementStarts(last: 100) { nodes { streetCode since sample } } } }',
      shape,
      // Oldest first, so that the last one recorded for a street counts.
      read: ({ data }) =>
        new Map(
          data.district.judgementStarts.nodes
            .filter(({ sample }) => !sample)
            .map(({ streetCode, since }) => [streetCode, since]),
        ),
    });
  }

  /** True until the district has answered for the first time. */
  get isUnheard(): boolean {
    return this.#said.isUnheard;
  }

  /** The day of a street, or undefined where none is set; that known last while the district does not answer. */
  async startOf(street: string): Promise<LocalDay | undefined> {
    return (await this.#said.now())?.get(street);
  }
}
