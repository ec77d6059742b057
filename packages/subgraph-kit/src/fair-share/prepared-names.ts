import { LRUCache } from 'lru-cache';

/** Statements that each connection may hold prepared. */
const MOST_NAMES = 200;

/** Texts that are counted at a time: most come once, from a client that tries something. */
const MOST_COUNTED = 1000;

/** Preparing takes a round trip's work at the server, and pays for a text that comes again. */
const USES_BEFORE = 3;

/**
 * Names for statements that come again and again, so that the server parses them once for each connection. A name stands
 * for one text for good, since a connection keeps what was prepared under it. When all are given away, other texts are sent
 * as they are.
 *
 * @example
 * const names = new PreparedNames();
 * client.query({ name: names.nameOf(sql), text: sql, values });
 */
export class PreparedNames {
  readonly #names = new Map<string, string>();
  #given = 0;
  readonly #uses = new LRUCache<string, number>({ max: MOST_COUNTED });

  /** Counts one more use. @returns undefined for a text that is to be sent without a name */
  nameOf(sql: string): string | undefined {
    const known = this.#names.get(sql);
    if (known !== undefined || this.#given >= MOST_NAMES) return known;
    const uses = (this.#uses.get(sql) ?? 0) + 1;
    if (uses <= USES_BEFORE) {
      this.#uses.set(sql, uses);
      return undefined;
    }
    this.#uses.delete(sql);
    this.#given += 1;
    const name = `query-${this.#given}`;
    this.#names.set(sql, name);
    return name;
  }

  /** Takes a name away, after the tables of its statement have changed: what connections hold under it is of no use. */
  forget(sql: string): void {
    this.#names.delete(sql);
  }
}
