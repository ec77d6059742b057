import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** How many of each a street has, withdrawn ones left out: numbers for a table, without fetching the rows. */
@Directive('@shareable')
@ObjectType({ description: zhEn('街道组织数量', 'How many of each a street has') })
export class OrganizationCounts {
  @Field(() => Int, { description: zhEn('职能中心数', 'Functional centers') })
  functionalCenters: number;

  @Field(() => Int, { description: zhEn('本地中心数', 'Centers of the street’s own') })
  localCenters: number;

  @Field(() => Int, { description: zhEn('科室数', 'Sections') })
  sections: number;

  @Field(() => Int, { description: zhEn('派出机构数', 'Field agencies') })
  fieldAgencies: number;

  @Field(() => Int, { description: zhEn('社区数', 'Communities') })
  communities: number;
}
