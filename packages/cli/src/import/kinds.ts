import { COMMUNITY_COLUMNS, communityImport } from '@mtg/street';
import {
  EXIT,
  readLines,
  type ImportDefinition,
  type ReferenceRow,
  type SubgraphDefinition,
} from '@mtg/subgraph-kit';
import { DISTRICT, findStreet, STREETS, type StreetListing } from '@mtg/subgraphs';
import { CommandFailure } from '../command-failure';
import { loadStreet, loadSubgraph } from '../subgraph-module';

/** Kinds of imports, with their targets. */
export interface ImportTarget {
  readonly subgraph: SubgraphDefinition;
  readonly definition: ImportDefinition<never>;
}

export const IMPORT_KINDS = ['communities', 'base-tasks', 'departments'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The district's imports, as its package exports them. */
interface DistrictImports {
  readonly definition: SubgraphDefinition;
  readonly baseTaskImport: ImportDefinition<ReferenceRow>;
  readonly departmentImport: ImportDefinition<ReferenceRow>;
}

/**
 * Communities go to a street: the one named, or else the one that the file's first line names; lines of other
 * streets are then refused. Base tasks and departments go to the district.
 *
 * @throws CommandFailure when no street can be told, or one is named that is none
 */
export function importTarget(kind: ImportKind, bytes: Uint8Array, street: string | undefined): ImportTarget {
  if (kind === 'communities') {
    const listing = street === undefined ? streetOfFile(bytes) : namedStreet(street);
    const { definition, profile } = loadStreet(listing);
    return { subgraph: definition, definition: communityImport(profile.identity) as ImportDefinition<never> };
  }
  if (street !== undefined) {
    throw new CommandFailure(
      EXIT.USAGE,
      `--street 只用于 communities；${kind} 属于区级，请去掉 --street · --street is for communities only. Leave it out: ${kind} belong to the district`,
    );
  }
  // The district's package exports both imports beside its definition.
  const district = loadSubgraph(DISTRICT) as unknown as DistrictImports;
  const definition = kind === 'base-tasks' ? district.baseTaskImport : district.departmentImport;
  // An import reads its entity and its rows of one type, whichever that is.
  return { subgraph: district.definition, definition: definition as unknown as ImportDefinition<never> };
}

const known = STREETS.map(({ code }) => code).join(', ');

function namedStreet(street: string): StreetListing {
  const listing = findStreet(street);
  if (listing) return listing;
  throw new CommandFailure(
    EXIT.USAGE,
    `没有街道“${street}”；现有 ${known} · There is no street "${street}". Choose from ${known}`,
  );
}

function streetOfFile(bytes: Uint8Array): StreetListing {
  const [first] = readLines(bytes, COMMUNITY_COLUMNS);
  const divisionCode = first?.values['street_code'];
  const listing = STREETS.find((candidate) => candidate.divisionCode === divisionCode);
  if (listing) return listing;
  throw new CommandFailure(
    EXIT.DATA,
    `第 ${first?.line ?? 2} 行 · line ${first?.line ?? 2}, street_code: “${divisionCode ?? ''}”不是任何街道的区划代码；请更正，或用 --street 指定 ${known} · ` +
      `not the division code of any street. Correct it, or pass --street with one of ${known}`,
  );
}
