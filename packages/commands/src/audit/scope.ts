import type { Actor } from '@mtg/access';

/** The scope of a role as one text: `DAYU`, `DAYU/HEALTH`, `ORGANIZATION_DEPARTMENT`; null for the whole district. */
export const scopeOf = ({ street, center, community, department }: Actor): string | null =>
  [street, center, community, department].filter((part) => part !== undefined).join('/') || null;
