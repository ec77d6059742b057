import { ReferenceLoad, type Class, type SubgraphDefinition } from '@mtg/subgraph-kit';
import { streetMigrations } from './migrations';
import { FunctionalCenterResolver } from './organization/center.resolver';
import { Community } from './organization/community';
import { OrganizationCountsResolver, StreetCountsResolver } from './organization/counts.resolver';
import { FieldAgency } from './organization/field-agency';
import { FunctionalCenter } from './organization/functional-center';
import {
  FieldAgencyResolver,
  PostResolver,
  SectionResolver,
  ServiceSystemResolver,
} from './organization/members.resolver';
import { Post } from './organization/post';
import { Section } from './organization/section';
import { ServiceSystem } from './organization/service-system';
import { standardOrganization } from './organization/standard-organization';
import { StreetOrganizationResolver } from './organization/street-organization.resolver';
import { streetReference } from './organization/street-reference';
import { StreetRow } from './organization/street-row';
import { StreetSearchResolver } from './search/street-search.resolver';
import type { StreetContext } from './street-context';
import type { StreetProfile } from './street-profile';
import { createStreetType } from './street-type';

const ENTITIES: readonly Class[] = [
  ReferenceLoad,
  StreetRow,
  FunctionalCenter,
  ServiceSystem,
  Section,
  FieldAgency,
  Post,
  Community,
];

const RESOLVERS: readonly Class[] = [
  StreetOrganizationResolver,
  StreetCountsResolver,
  OrganizationCountsResolver,
  StreetSearchResolver,
  FunctionalCenterResolver,
  SectionResolver,
  ServiceSystemResolver,
  PostResolver,
  FieldAgencyResolver,
];

/** A street's whole subgraph, from its profile: the common modules, and what it has of its own. */
export function defineStreet(profile: StreetProfile): SubgraphDefinition {
  const { identity, extras } = profile;
  const street = createStreetType(identity);
  return {
    name: identity.name,
    title: identity.title,
    defaultPort: identity.port,
    street: identity.code,
    entities: [...ENTITIES, ...extras.flatMap((extra) => extra.entities)],
    migrations: [...streetMigrations, ...extras.flatMap((extra) => extra.migrations)],
    resolvers: [
      street.rootResolver,
      ...RESOLVERS,
      ...extras.flatMap((extra) => extra.resolvers(street.type)),
    ],
    orphanedTypes: [street.type, FunctionalCenter, ...extras.flatMap((extra) => extra.orphanedTypes)],
    referenceResolvers: street.referenceResolvers,
    referenceSets: () => [
      ...streetReference(profile),
      ...standardOrganization(),
      ...extras.flatMap((extra) => extra.referenceSets()),
    ],
    extendContext: (context): StreetContext => ({ ...context, profile }),
  };
}
