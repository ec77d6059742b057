import { WorkRow } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity } from 'typeorm';

/** What the committee gives a center or a community on the way with a delegation (seed:116, 指导性意见). */
@Entity('delegation_guidance')
@Check('delegation_guidance_addressee', 'num_nonnulls(center_code, community_code) = 1')
@Directive('@shareable')
@ObjectType({ description: zhEn('指导性意见', 'Guidance to a center or a community on a delegation') })
export class DelegationGuidance extends WorkRow {
  @Column('uuid')
  delegationId: string;

  @Column('text', { nullable: true })
  @Field(() => ID, { nullable: true, description: zhEn('中心代码', 'Code of the center it is for; or null') })
  centerCode: string | null;

  @Column('text', { nullable: true })
  @Field(() => ID, {
    nullable: true,
    description: zhEn('社区代码', 'Code of the community it is for; or null'),
  })
  communityCode: string | null;

  @Column('text')
  @Field(() => String, { description: zhEn('意见', 'The guidance') })
  text: string;
}
