import { z } from 'zod';
import { askDistrict } from './ask-district';

/** Departments change seldom, and new ones are asked for when they are first named. */
const FRESH_MS = 10 * 60_000;
/** A district that did not answer is not asked again at once about a department that was known. */
const PATIENCE_MS = 30_000;

const QUERY = '{ district { departments { code name } } }';

const answerShape = z.object({
  data: z.object({
    district: z.object({ departments: z.array(z.object({ code: z.string(), name: z.string() })) }),
  }),
});

/**
 * The departments that the district has, as it said last. Those that were known go on being known while it does not
 * answer: a street's work does not wait for the district.
 */
export class KnownDepartments {
  #names: ReadonlyMap<string, string> = new Map();
  #freshUntil = 0;
  #asking: Promise<ReadonlyMap<string, string>> | undefined;

  /** @param url of the district's GraphQL; undefined where the street is deployed without one */
  constructor(private readonly url: string | undefined) {}

  /** Names by codes, as the district said last. */
  get names(): ReadonlyMap<string, string> {
    return this.#names;
  }

  /**
   * The codes among these that are no department's. Without a district there is nothing that would say so.
   *
   * @throws PublicError SUBGRAPH_UNAVAILABLE when the district does not answer, and one of them was not known before
   */
  async unknownAmong(codes: readonly string[], now: Date): Promise<readonly string[]> {
    if (this.url === undefined || codes.length === 0) return [];
    const unknown = () => codes.filter((code) => !this.#names.has(code));
    const areKnown = unknown().length === 0;
    if (areKnown && now.getTime() < this.#freshUntil) return [];
    try {
      this.#names = await this.#ask();
      this.#freshUntil = now.getTime() + FRESH_MS;
    } catch (error) {
      if (!areKnown) throw error;
      this.#freshUntil = now.getTime() + PATIENCE_MS;
    }
    return unknown();
  }

  /** One query for all commands that wait for its answer. It is public, and so sent without a token. */
  #ask(): Promise<ReadonlyMap<string, string>> {
    this.#asking ??= askDistrict(this.url, { query: QUERY, shape: answerShape })
      .then(({ data }) => new Map(data.district.departments.map(({ code, name }) => [code, name])))
      .finally(() => {
        this.#asking = undefined;
      });
    return this.#asking;
  }
}

/** One for each district, for as long as the process lives: what it knows is worth keeping. */
const known = new Map<string | undefined, KnownDepartments>();

export function departmentsAt(url: string | undefined): KnownDepartments {
  const departments = known.get(url) ?? new KnownDepartments(url);
  known.set(url, departments);
  return departments;
}
