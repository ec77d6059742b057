import { countReference, zhEn } from '@mtg/subgraph-kit';
import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { StreetContext } from '../foundation/street-context';
import { Street } from '../foundation/street-interface';
import { Community } from './community';
import { OrganizationCounts } from './counts';
import { FieldAgency } from './field-agency';
import { FunctionalCenter } from './functional-center';
import { localCenters } from './organization.repository';
import { Section } from './section';

@Resolver(() => Street)
export class StreetCountsResolver {
  @FieldResolver(() => OrganizationCounts, {
    nullable: true,
    description: zhEn('组织数量', 'Numbers of centers, sections, agencies and communities'),
  })
  counts(): OrganizationCounts {
    return new OrganizationCounts();
  }
}

/** Each number is counted only when it is asked for. */
@Resolver(() => OrganizationCounts)
export class OrganizationCountsResolver {
  @FieldResolver()
  functionalCenters(@Ctx() { database }: StreetContext): Promise<number> {
    return countReference(database, FunctionalCenter);
  }

  @FieldResolver()
  async localCenters(@Ctx() { database, profile }: StreetContext): Promise<number> {
    return (await localCenters(database, profile)).length;
  }

  @FieldResolver()
  sections(@Ctx() { database }: StreetContext): Promise<number> {
    return countReference(database, Section);
  }

  @FieldResolver()
  fieldAgencies(@Ctx() { database }: StreetContext): Promise<number> {
    return countReference(database, FieldAgency);
  }

  @FieldResolver()
  communities(@Ctx() { database }: StreetContext): Promise<number> {
    return countReference(database, Community);
  }
}
