import type { Clock } from '@mtg/governance';
import type { DataSource } from 'typeorm';

/** The street whose database it is. */
export interface LoadContext {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly code: string;
  readonly title: string;
}
