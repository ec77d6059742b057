import { WorkRow } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/**
 * The record of a visit (走访记录; R24). It is for its author, the head of the author's center, the secretary of the
 * community and the auditor; the columns that say so are the visit's own, which the database holds to.
 */
@Entity('visit_record')
@Directive('@shareable')
@ObjectType({ description: zhEn('走访记录', 'The record of a visit; few may read it') })
export class VisitRecord extends WorkRow {
  @Column('text')
  @Field(() => ID, { description: zhEn('中心代码', 'Code of the center') })
  centerCode: string;

  @Column('text')
  @Field(() => ID, { description: zhEn('社区代码', 'Code of the community') })
  communityCode: string;

  @Column('text')
  @Field(() => String, { description: zhEn('作者(令牌的 sub)', 'Its author, by the subject of the token') })
  authorSubject: string;

  @Column('text')
  @Field(() => String, { description: zhEn('记录', 'The record') })
  text: string;
}
