/**
 * The one list of subgraphs: what the gateway federates, the launcher starts, the district knows as its streets
 * and the topology test compares folders, compose services and snapshots with.
 *
 * `mtg new-street` adds a street: its line here, its folder beside this file, its services in docker-compose.yml.
 */
import { basename, dirname, join } from 'node:path';

/** A street and its subgraph. Names and division codes: National Bureau of Statistics, 2023; seed line 13. */
export interface StreetListing {
  readonly kind: 'street';
  /** Folder name, root field in the schema (`Query.dayu`) and name of the process. */
  readonly name: string;
  /** The street's code in the schema: an `ID`, never an enum, so that a fifth street needs no redeployment of the others. */
  readonly code: string;
  /** Official Chinese name. */
  readonly title: string;
  /** The street's own concrete GraphQL type. */
  readonly typeName: string;
  /** Nine-digit statistical division code; each community's code starts with it. */
  readonly divisionCode: string;
  /** Port of the subgraph unless `PORT` says otherwise. */
  readonly port: number;
}

/** The district's subgraph: it owns what is one for all streets. */
export interface DistrictListing {
  readonly kind: 'district';
  readonly name: string;
  readonly title: string;
  readonly divisionCode: string;
  readonly port: number;
}

export type SubgraphListing = StreetListing | DistrictListing;

/** The district's program for analysis: it copies what the subgraphs share into the warehouse, and serves it. */
export interface InsightListing {
  readonly kind: 'insight';
  readonly name: string;
  readonly title: string;
  readonly port: number;
}

/** The line of a street: code and type follow from its name. */
export const street = (name: string, title: string, divisionCode: string, port: number): StreetListing => ({
  kind: 'street',
  name,
  code: name.toUpperCase(),
  title,
  typeName: `${name.charAt(0).toUpperCase()}${name.slice(1)}Street`,
  divisionCode,
  port,
});

export const STREETS: readonly StreetListing[] = [
  street('dayu', '大峪街道', '110109001', 4001),
  street('chengzi', '城子街道', '110109002', 4002),
  street('dongxinfang', '东辛房街道', '110109003', 4003),
  street('datai', '大台街道', '110109004', 4004),
];

export const DISTRICT: DistrictListing = {
  kind: 'district',
  name: 'district',
  title: '门头沟区',
  divisionCode: '110109',
  port: 4010,
};

export const SUBGRAPHS: readonly SubgraphListing[] = [...STREETS, DISTRICT];

/** Apart from the streets and the district: it has copies of their rows, and none of its own. */
export const INSIGHT: InsightListing = {
  kind: 'insight',
  name: 'insight',
  title: '区级数据分析',
  port: 4011,
};

export type FederatedListing = SubgraphListing | InsightListing;

/** All that serve a part of the schema: what the gateway federates and the supergraph is composed of. */
export const FEDERATED: readonly FederatedListing[] = [...SUBGRAPHS, INSIGHT];

/** Finds a street by its folder name (`dayu`) or code (`DAYU`); undefined when there is none. */
export const findStreet = (nameOrCode: string): StreetListing | undefined =>
  STREETS.find((s) => s.name === nameOrCode || s.code === nameOrCode);

/** The listing of a street by its folder name; throws when the list has no such line. */
export function streetListing(name: string): StreetListing {
  const found = STREETS.find((s) => s.name === name);
  if (!found) throw new Error(`subgraphs/list.ts has no street named "${name}"`);
  return found;
}

/** This folder, whether the file runs compiled (from `dist`) or from its source. */
const HERE = basename(__dirname) === 'dist' ? dirname(__dirname) : __dirname;

/** Absolute path of a subgraph's folder. */
export const subgraphFolder = (name: string): string => join(HERE, name);
