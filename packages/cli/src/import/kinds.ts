import { systemClock } from '@mtg/governance';
import {
  COMMUNITY_COLUMNS,
  communityImport,
  importLedger,
  importPast,
  LEDGER_IMPORT,
  meetingImport,
  orderImport,
  peopleImport,
  visitImport,
  type PastImport,
} from '@mtg/street';
import {
  EXIT,
  importCsv,
  readLines,
  type ImportDefinition,
  type ImportOptions,
  type ReferenceRow,
  type SubgraphDefinition,
  type WriteCounts,
} from '@mtg/subgraph-kit';
import { DISTRICT, findStreet, STREETS, type StreetListing } from '@mtg/subgraphs';
import type { DataSource } from 'typeorm';
import { CommandFailure } from '../command-failure';
import { loadStreet, loadSubgraph } from '../subgraph-module';

/** A run of an import: the file's bytes, and as whom it is run. */
interface ImportRun extends ImportOptions {
  readonly database: DataSource;
  readonly bytes: Uint8Array;
  /** Subject of the person who imports. */
  readonly subject: string;
}

/** Where a kind of import goes, and how it is done. */
export interface ImportTarget {
  readonly subgraph: SubgraphDefinition;
  /** As the audit has it where a command's name stands, e.g. `importDepartments`. */
  readonly name: string;
  readonly run: (run: ImportRun) => Promise<WriteCounts>;
}

/** Imports of past years, by their kinds. */
const PAST_IMPORTS = {
  meetings: meetingImport,
  orders: orderImport,
  visits: visitImport,
  people: peopleImport,
} as const;
type PastKind = keyof typeof PAST_IMPORTS;

export const IMPORT_KINDS = [
  'communities',
  'base-tasks',
  'departments',
  'holidays',
  'ledger',
  'meetings',
  'orders',
  'visits',
  'people',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The district's imports, as its package exports them. */
interface DistrictImports {
  readonly definition: SubgraphDefinition;
  readonly baseTaskImport: ImportDefinition<ReferenceRow>;
  readonly departmentImport: ImportDefinition<ReferenceRow>;
  readonly holidayImport: ImportDefinition<ReferenceRow>;
}

/**
 * Communities go to a street: the one named, or else the one that the file's first line names; lines of other
 * streets are then refused. Ledger entries and what happened in past years go to the street that is named. Base tasks, departments and holidays go to the district.
 *
 * @throws CommandFailure when no street can be told, or one is named that is none
 */
export function importTarget(kind: ImportKind, bytes: Uint8Array, street: string | undefined): ImportTarget {
  if (kind === 'communities') {
    const listing = street === undefined ? streetOfFile(bytes) : namedStreet(street);
    const { definition, profile } = loadStreet(listing);
    return ofReference(definition, communityImport(profile.identity));
  }
  if (kind === 'ledger') return ledgerOf(street);
  if (isPast(kind)) return pastOf(PAST_IMPORTS[kind], street);
  if (street !== undefined) {
    throw new CommandFailure(
      EXIT.USAGE,
      `${kind} 属于区级，请去掉 --street · Leave --street out: ${kind} belong to the district`,
    );
  }
  // The district's package exports its imports beside its definition.
  const district = loadSubgraph(DISTRICT) as unknown as DistrictImports;
  const imports = {
    'base-tasks': district.baseTaskImport,
    departments: district.departmentImport,
    holidays: district.holidayImport,
  };
  return ofReference(district.definition, imports[kind]);
}

const ofReference = <Row extends ReferenceRow>(
  subgraph: SubgraphDefinition,
  definition: ImportDefinition<Row>,
): ImportTarget => ({
  subgraph,
  name: definition.name,
  run: ({ database, bytes, ...options }) => importCsv(database, bytes, definition, options),
});

const isPast = (kind: ImportKind): kind is PastKind => Object.hasOwn(PAST_IMPORTS, kind);

function pastOf(kind: PastImport, street: string | undefined): ImportTarget {
  const { definition, profile } = ownerOf(street);
  return {
    subgraph: definition,
    name: kind.name,
    run: ({ database, bytes, ...options }) => {
      if (options.replace) {
        throw new CommandFailure(
          EXIT.USAGE,
          '以往年份的导入不更正已登记的内容，请去掉 --replace · An import of past years corrects nothing that is recorded. Leave --replace out',
        );
      }
      return importPast(database, bytes, profile, kind, { ...options, clock: systemClock });
    },
  };
}

/** The street that is named, where the file names none. */
function ownerOf(street: string | undefined) {
  if (street === undefined) {
    throw new CommandFailure(
      EXIT.USAGE,
      `此类数据属于街道，请用 --street 指定 ${known} · These data belong to a street. Pass --street with one of ${known}`,
    );
  }
  return loadStreet(namedStreet(street));
}

function ledgerOf(street: string | undefined): ImportTarget {
  const { definition, profile } = ownerOf(street);
  return {
    subgraph: definition,
    name: LEDGER_IMPORT,
    run: ({ database, bytes, ...options }) =>
      importLedger(database, bytes, profile, { ...options, clock: systemClock }),
  };
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
