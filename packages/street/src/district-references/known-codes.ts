import type { z } from 'zod';
import { askDistrict } from './ask-district';

/** Departments and base tasks change seldom, and new ones are asked for when they are first named. */
const FRESH_MS = 10 * 60_000;
/** A district that did not answer is not asked again at once about what was known. */
const PATIENCE_MS = 30_000;

/** The query for the things of one kind. */
interface CodesQuery<T> {
  readonly query: string;
  readonly shape: z.ZodType<T>;
  /** Names by codes. */
  readonly namesIn: (answer: T) => readonly (readonly [code: string, name: string])[];
}

/**
 * The things of one kind that the district has, as it said last: departments, base tasks. Those that were known go on being
 * known while it does not answer: a street's work does not wait for the district.
 */
export class KnownCodes<T> {
  #names: ReadonlyMap<string, string> = new Map();
  #freshUntil = 0;
  #asking: Promise<ReadonlyMap<string, string>> | undefined;

  /** @param url of the district's GraphQL; undefined where the street is deployed without one */
  constructor(
    private readonly url: string | undefined,
    private readonly asked: CodesQuery<T>,
  ) {}

  /** Names by codes, as the district said last. */
  get names(): ReadonlyMap<string, string> {
    return this.#names;
  }

  /**
   * The codes among these that the district does not have. Without a district there is nothing that would say so.
   *
   * @throws PublicError SUBGRAPH_UNAVAILABLE when the district does not answer, and one of them was not known before
   */
  async unknownAmong(codes: readonly string[], now: Date): Promise<readonly string[]> {
    if (this.url === undefined || codes.length === 0) return [];
    const unknown = () => codes.filter((code) => !this.#names.has(code));
    const areKnown = unknown().length === 0;
    if (areKnown && now.getTime() < this.#freshUntil) return [];
    try {
      await this.#refresh(now);
    } catch (error) {
      if (!areKnown) throw error;
    }
    return unknown();
  }

  /** Names by codes, asked for where they are not fresh; those known last while the district does not answer. */
  async namesNow(now: Date): Promise<ReadonlyMap<string, string>> {
    if (this.url === undefined || now.getTime() < this.#freshUntil) return this.#names;
    try {
      await this.#refresh(now);
    } catch {
      // What waits for names goes on with those that are known.
    }
    return this.#names;
  }

  async #refresh(now: Date): Promise<void> {
    try {
      this.#names = await this.#ask();
      this.#freshUntil = now.getTime() + FRESH_MS;
    } catch (error) {
      this.#freshUntil = now.getTime() + PATIENCE_MS;
      throw error;
    }
  }

  /** One query for all commands that wait for its answer. It is public, and so sent without a token. */
  #ask(): Promise<ReadonlyMap<string, string>> {
    const { query, shape, namesIn } = this.asked;
    this.#asking ??= askDistrict(this.url, { query, shape })
      .then((answer) => new Map(namesIn(answer)))
      .finally(() => {
        this.#asking = undefined;
      });
    return this.#asking;
  }
}
