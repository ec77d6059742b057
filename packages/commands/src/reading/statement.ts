import type { Clock } from '@mtg/governance';
import type { SqlType } from '../tables/column';
import type { Now } from '../tables/table';

/** A statement while it is written: its values, and aliases that no other part of it has. */
export class Statement {
  readonly values: unknown[] = [];
  #aliases = 0;
  #now: string | undefined;

  /** @param clock of the operation; what is computed from the time of day is so by one time */
  constructor(private readonly clock: Clock) {}

  /** @returns the placeholder of a value; @param sql type that it is to have where nothing else tells */
  value(value: unknown, sql?: SqlType): string {
    this.values.push(value);
    const placeholder = `$${this.values.length}`;
    return sql === undefined ? placeholder : `${placeholder}::${sql}`;
  }

  /** The time of the operation. */
  readonly now: Now = () => (this.#now ??= this.value(this.clock.now(), 'timestamptz'));

  alias(): string {
    this.#aliases += 1;
    return `t${this.#aliases}`;
  }
}
