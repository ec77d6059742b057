import type { SearchSource } from '@mtg/subgraph-kit';
import { Community } from '../organization/community';
import { FieldAgency } from '../organization/field-agency';
import { FunctionalCenter } from '../organization/functional-center';
import { localCenterEntities } from '../organization/local-center-entities';
import { Section } from '../organization/section';
import { ServiceSystem } from '../organization/service-system';
import type { StreetProfile } from '../foundation/street-profile';

/** Sources of a search in a street. The first matching property is shown. */
export const streetSearchSources = (profile: StreetProfile): readonly SearchSource[] => [
  {
    entity: FunctionalCenter,
    properties: ['name', { property: 'aliases', citation: 'aliasCitation' }, 'functionText', 'code'],
  },
  ...localCenterEntities(profile).map((entity) => ({
    entity,
    properties: ['name', 'aliases', 'functionText', 'code'],
  })),
  { entity: ServiceSystem, properties: ['name'] },
  { entity: Section, properties: ['name'] },
  { entity: FieldAgency, properties: ['name'] },
  { entity: Community, properties: ['name', 'code'] },
];
