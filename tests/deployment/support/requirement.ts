import type { InsightListing, SubgraphListing } from '@mtg/subgraphs';
import type { ComposeFile, ComposeService } from './compose-types';

export interface Requirement<Subject> {
  /** Completes the sentence that begins with the name of the service. */
  readonly sentence: string;
  readonly holds: (service: ComposeService, subject: Subject) => boolean;
}

export interface Subject {
  readonly compose: ComposeFile;
  readonly listing: SubgraphListing;
}

/** A database, by the part that it is the database of. */
export interface StoreSubject {
  readonly compose: ComposeFile;
  readonly listing: SubgraphListing | InsightListing;
}

export const same = (actual: readonly string[] | undefined, expected: readonly string[]): boolean =>
  JSON.stringify([...(actual ?? [])].sort()) === JSON.stringify([...expected].sort());

export const databaseOf = (name: string): string => `${name}-db`;
/** Of the owner of the database, of the role that serves, and of the one with which the warehouse reads. */
export const ownerSecretOf = (name: string): string => `${name}_db_password`;
export const runtimeSecretOf = (name: string): string => `${name}_db_runtime_password`;
export const warehouseSecretOf = (name: string): string => `${name}_db_warehouse_password`;
/** The network on which the warehouse's program reads a database. */
export const warehouseNetworkOf = (name: string): string => `${name}-warehouse`;
export const isDeclared = ({ secrets }: ComposeFile, secret: string): boolean =>
  secrets[secret]?.file === `./secrets/${secret}.txt`;
export const variable = (service: ComposeService, name: string): string =>
  String(service.environment?.[name] ?? '');
