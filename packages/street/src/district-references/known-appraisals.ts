import type { LocalDay, Year } from '@mtg/governance';
import { z } from 'zod';
import { askDistrict } from './ask-district';

const QUERY = '{ district { appraisalDays(last: 100) { nodes { year day } } } }';

const shape = z.object({
  data: z.object({
    district: z.object({
      appraisalDays: z.object({ nodes: z.array(z.object({ year: z.number(), day: z.string() })) }),
    }),
  }),
});

/** Days of the appraisals by year. */
export type AppraisalDays = ReadonlyMap<Year, LocalDay>;

/** The calendar of appraisals as the district said last. It is public, and so asked for without a token. */
export class KnownAppraisals {
  #days: AppraisalDays = new Map();

  /** @param url of the district's GraphQL; undefined where the street is deployed without one */
  constructor(private readonly url: string | undefined) {}

  /** The days by year; those known last while the district does not answer. */
  async days(): Promise<AppraisalDays> {
    if (this.url === undefined) return this.#days;
    try {
      const { data } = await askDistrict(this.url, { query: QUERY, shape });
      // Oldest first, so that the last one recorded for a year counts.
      this.#days = new Map(data.district.appraisalDays.nodes.map(({ year, day }) => [String(year), day]));
    } catch {
      // A street's checks do not wait for the district.
    }
    return this.#days;
  }
}
