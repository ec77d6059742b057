import type { ReferenceValues } from '@mtg/subgraph-kit';
import type { Community } from './community';

/** The row of a community; `shortName` follows from the name and is not stored. */
export const communityRow = (
  code: string,
  name: string,
  streetDivisionCode: string,
  citation: string,
): ReferenceValues<Community> => ({ code, name, streetDivisionCode, citation });
