import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** Numbers of rows of each kind in a street, without withdrawn ones. Counted without fetching the rows. */
@Directive('@shareable')
@ObjectType({ description: zhEn('街道组织数量', 'Numbers of the organizational units of a street') })
export class OrganizationCounts {
  @Field(() => Int, { description: zhEn('职能中心数', 'Number of functional centers') })
  functionalCenters: number;

  @Field(() => Int, { description: zhEn('本地中心数', 'Number of local centers') })
  localCenters: number;

  @Field(() => Int, { description: zhEn('科室数', 'Number of sections') })
  sections: number;

  @Field(() => Int, { description: zhEn('派出机构数', 'Number of field agencies') })
  fieldAgencies: number;

  @Field(() => Int, { description: zhEn('社区数', 'Number of communities') })
  communities: number;
}
