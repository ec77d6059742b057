import { CENTER_TYPES } from '@mtg/governance';

/** Codes of the seven centers, which are their types. */
export const CENTERS: readonly string[] = CENTER_TYPES.map(({ type }) => type);
