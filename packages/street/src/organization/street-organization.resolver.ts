import { CenterType, findReference, listReference, ReferenceFilter, zhEn } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Resolver } from 'type-graphql';
import type { StreetContext } from '../street-context';
import { Street } from '../street-interface';
import { Center } from './center';
import { Community } from './community';
import { FieldAgency } from './field-agency';
import { FunctionalCenter } from './functional-center';
import { communityByCode, localCenters } from './organization.repository';
import { Post } from './post';
import { Section } from './section';
import { ServiceSystem } from './service-system';

/** Adds the organization to every street's type, through the interface that they implement. */
@Resolver(() => Street)
export class StreetOrganizationResolver {
  @FieldResolver(() => [Center], {
    nullable: true,
    description: zhEn('中心', 'All centers: the seven in order, then the street’s own'),
  })
  async centers(@Ctx() { database, profile }: StreetContext): Promise<unknown[]> {
    const [seven, own] = await Promise.all([
      listReference(database, FunctionalCenter, { orderBy: 'number' }),
      localCenters(database, profile),
    ]);
    return [...seven, ...own];
  }

  @FieldResolver(() => FunctionalCenter, {
    nullable: true,
    description: zhEn('按类型取中心', 'One center by its type'),
  })
  center(
    @Arg('type', () => CenterType, { description: zhEn('中心类型', 'Type of the center') }) type: CenterType,
    @Ctx() { database }: StreetContext,
  ): Promise<FunctionalCenter | null> {
    return findReference(database, FunctionalCenter, { type });
  }

  @FieldResolver(() => [Center], {
    nullable: true,
    description: zhEn('本地中心', 'The street’s own centers, beside the seven'),
  })
  localCenters(@Ctx() { database, profile }: StreetContext): Promise<unknown[]> {
    return localCenters(database, profile);
  }

  @FieldResolver(() => [Section], {
    nullable: true,
    description: zhEn('科室', 'Sections of the street office'),
  })
  sections(@Ctx() { database }: StreetContext): Promise<Section[]> {
    return listReference(database, Section);
  }

  @FieldResolver(() => [ServiceSystem], {
    nullable: true,
    description: zhEn('服务体系', 'The seven service systems'),
  })
  serviceSystems(@Ctx() { database }: StreetContext): Promise<ServiceSystem[]> {
    return listReference(database, ServiceSystem);
  }

  @FieldResolver(() => [FieldAgency], {
    nullable: true,
    description: zhEn('派出机构', 'Field agencies of departments in this street'),
  })
  fieldAgencies(@Ctx() { database }: StreetContext): Promise<FieldAgency[]> {
    return listReference(database, FieldAgency);
  }

  @FieldResolver(() => [Post], {
    nullable: true,
    description: zhEn('主任与副主任职位', 'Posts of directors and deputy directors'),
  })
  posts(@Ctx() { database }: StreetContext): Promise<Post[]> {
    return listReference(database, Post);
  }

  @FieldResolver(() => [Community], { nullable: true, description: zhEn('社区', 'Communities, by code') })
  communities(
    @Arg('filter', () => ReferenceFilter, { nullable: true, description: zhEn('筛选', 'Which communities') })
    filter: ReferenceFilter | null,
    @Ctx() { database }: StreetContext,
  ): Promise<Community[]> {
    return listReference(database, Community, { filter, orderBy: 'code' });
  }

  @FieldResolver(() => Community, {
    nullable: true,
    description: zhEn('按代码取社区', 'One community by its code'),
  })
  community(
    @Arg('code', () => ID, {
      description: zhEn('统计用区划代码(12位)', 'Statistical division code, 12 digits'),
    })
    code: string,
    @Ctx() { database, profile }: StreetContext,
  ): Promise<Community | null> {
    return communityByCode(database, profile, code);
  }
}
