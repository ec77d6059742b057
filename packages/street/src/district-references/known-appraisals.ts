import type { LocalDay, Year } from '@mtg/governance';
import { z } from 'zod';
import { LastSaid } from './last-said';

const shape = z.object({
  data: z.object({
    district: z.object({
      appraisalDays: z.object({
        nodes: z.array(z.object({ year: z.number(), day: z.string(), sample: z.boolean() })),
      }),
    }),
  }),
});

/** Days of the appraisals by year, or by {@link sampleYear} where the day is a sample’s. */
export type AppraisalDays = ReadonlyMap<Year, LocalDay>;

/** Sample years are judged by a calendar of their own. */
export const sampleYear = (year: Year | number): string => `样例${year}`;

/** The calendar of appraisals as the district said last. */
export class KnownAppraisals {
  readonly #said: LastSaid<z.infer<typeof shape>, AppraisalDays>;

  /** @param url of the district's GraphQL; undefined where the street is deployed without one */
  constructor(url: string | undefined) {
    this.#said = new LastSaid(url, {
      query: '{ district { appraisalDays(last: 100) { nodes { year day sample } } } }',
      shape,
      // Oldest first, so that the last one recorded for a year counts.
      read: ({ data }) =>
        new Map(
          data.district.appraisalDays.nodes.map(({ year, day, sample }) => [
            sample ? sampleYear(year) : String(year),
            day,
          ]),
        ),
    });
  }

  /** The days by year; those known last while the district does not answer. */
  async days(): Promise<AppraisalDays> {
    return (await this.#said.now()) ?? new Map();
  }
}
