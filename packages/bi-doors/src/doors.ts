import type { Dataset } from '@mtg/datasets';
import type { Logger } from '@mtg/service-kit';
import type { Pool } from 'pg';
import type { Reader } from './readers/reader';

/** A street, or the district, as a source of rows. */
export interface DoorSource {
  readonly code: string;
  readonly title: string;
}

/** Connections, datasets and readers of every door of the warehouse. */
export interface Doors {
  /** Connections of the role that reads the schema `bi` and nothing else. */
  readonly pool: Pool;
  readonly datasets: readonly Dataset[];
  /** In the order of the feed. */
  readonly sources: readonly DoorSource[];
  /** True if each source has views of its own, in a schema `bi_dayu`, beside those of all. */
  readonly hasParts?: boolean;
  /**
   * Finds the reader that a header `Authorization` speaks for.
   *
   * @throws PublicError UNAUTHENTICATED without one, and for one that is not valid
   */
  readonly authenticate: (authorization: string | undefined) => Promise<Reader>;
  /** Milliseconds after which an answer is broken off whose client takes nothing (default five minutes). */
  readonly stallMs?: number;
  readonly logger: Logger;
}
