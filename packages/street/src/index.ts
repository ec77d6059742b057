export { runSubgraph } from '@mtg/subgraph-kit';
export { Center } from './organization/center';
export { Community } from './organization/community';
export { communityImport } from './organization/import-communities';
export { LocalCenter } from './organization/local-center';
export type { StreetContext } from './street-context';
export { defineStreet } from './street-definition';
export type { StreetExtra, StreetIdentity, StreetProfile } from './street-profile';
