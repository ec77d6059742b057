import 'reflect-metadata';

export type { RefusedRequest } from '@mtg/service-kit';
export {
  ConfigurationError,
  EXIT,
  ignoredText,
  PublicError,
  refuse,
  readVariables,
  renderErrorsPage,
} from '@mtg/service-kit';
export { claimantOf, requireClaim } from './database/claim';
export type { Class } from './database/class';
export { createDataSource, withPassword } from './database/data-source';
export { migrate, schemaDrift } from './database/migrate';
export { snakeCase } from './database/naming';
export { migrationNames, prepareWithin } from './database/prepare-within';
export { runtimeLogin } from './database/runtime-login';
export { scramVerifier } from './database/scram';
export type { TableAccess, TableAccessList } from './database/table-access';
export { tableAccess } from './server/access-of-tables';
export { recreateViews, type DatabaseView } from './database/views';
export { recognizeDatabaseError } from './database/recognize';
export { isDatabaseUnavailable } from './database/unavailable';
export { inOneTrip, type Statement } from './database/one-trip';
export { wholeDatabase } from './fair-share/derived-database';
export type { ImportColumn } from './imports/columns';
export type { CsvRecord } from './csv/csv';
export { decodeText } from './csv/decode';
export { importCsv, readRows, type ImportDefinition, type ImportOptions } from './imports/import';
export { inImportTransaction } from './imports/import-transaction';
export { sha256Of, type ImportedFile } from './imports/imported-file';
export { ImportRefused, type LineProblem, refuse as refuseLines } from './imports/line-problem';
export { doubled as doubledLines, readLines, readLinesAs } from './imports/read-lines';
export { UnreadableFile } from './csv/unreadable';
export { readCsv, readYaml } from './reference/files';
export { ReferenceFilter } from './reference/filter';
export {
  batchByKey,
  batchOneByKey,
  countReference,
  findReference,
  listReference,
  requireReference,
  requireTimeInRange,
  type Repositories,
} from './reference/list';
export { loadReferenceSets, referenceSet, type ReferenceSet } from './reference/load';
export { ReferenceLoad1700000000000 } from './reference/1700000000000-reference-load';
export { ReferenceLoad } from './reference/reference-load';
export { ReferenceRow, type ReferenceValues } from './reference/reference-row';
export { takeTurns } from './reference/upsert';
export type { WriteCounts } from './reference/upsert';
export { SearchHit } from './search/search-hit';
export { checkSearch, searchRows, type SearchSource } from './search/search';
export { DateTime, Decimal, LocalDate, UUID } from './schema/scalars';
export { ComparisonForm1700000016100 } from './text/1700000016100-comparison-form';
export { lookingLike, looksLike, patternOf } from './text/looks-like';
export { createUniqueLook } from './text/unique-look';
export { isWithinTimeRange, OUTSIDE_TIME_RANGE } from './schema/time-range';
export { CenterType } from './schema/center-type';
export { zhEn } from './schema/descriptions';
export { registerVocabulary } from './schema/vocabulary';
export type { FieldResolvers } from './schema/field-resolvers';
export { buildFederatedSchema } from './schema/federated-schema';
export { LINK } from './schema/federation-parts';
export type { ReferenceResolvers } from './schema/references';
export { GovernanceRule, governanceRule, toGovernanceRule } from './schema/governance-rule';
export { Source, toSource } from './schema/source';
export {
  createStreetInterface,
  createStreetObject,
  StreetFields,
  streetReferences,
  type KnownStreet,
  type StreetClass,
} from './schema/street';
export { ownerVariables, runtimeVariables } from './server/config';
export { connect } from './server/connect';
export { readUrlsByCode } from './server/urls-by-code';
export type { SubgraphContext } from './context/context';
export type { AskOwnSchema, MountRoutes, RouteServices } from './server/own-schema';
export type { SubgraphDefinition, TaskSettings } from './server/definition';
export { groupByKey, RequestLoaders } from './context/loaders';
export { prepareDatabase, requireReadiness } from './server/prepare';
export { createSubgraphApollo } from './server/subgraph-apollo';
export { runSubgraph } from './server/run';
export { DATABASE_START } from './sharing/database-start';
export { shareTables } from './sharing/share-tables';
export type { SharedTable } from './database/shared-table';
export type { WarehouseLogin } from './sharing/warehouse-login';
export type { PeriodicTask, TaskContext } from './server/tasks';
export { DISTRICT_OWNER, serveSubgraph, type Callers } from './server/service';
