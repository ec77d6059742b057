import { CENTER_TYPES } from '@mtg/governance';

/** Codes of the seven centers, which are their types. */
export const CENTERS: readonly string[] = CENTER_TYPES.map(({ type }) => type);

/** A center of a street's own, beside the seven. */
export interface LocalSampleCenter {
  readonly code: string;
  /** Those that it is for, by code. */
  readonly communities: readonly string[];
}

/** A center that gets work: one of the seven, which are for all communities, or the street's own. */
export interface SampleCenter extends LocalSampleCenter {
  /** The scale in proportion to its communities. */
  readonly size: number;
}
