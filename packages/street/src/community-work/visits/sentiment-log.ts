import { WorkRow } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** What residents said on a visit (民情日志; R24). Read by the same few as the record of the visit. */
@Entity('sentiment_log')
@Directive('@shareable')
@ObjectType({ description: zhEn('民情日志', 'What residents said on a visit; few may read it') })
export class SentimentLog extends WorkRow {
  @Column('uuid')
  visitId: string;

  @Column('text')
  @Field(() => ID, { description: zhEn('中心代码', 'Code of the center') })
  centerCode: string;

  @Column('text')
  @Field(() => ID, { description: zhEn('社区代码', 'Code of the community') })
  communityCode: string;

  @Column('text')
  @Field(() => String, { description: zhEn('作者(令牌的 sub)', 'Its author, by the subject of the token') })
  authorSubject: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: zhEn('主题', 'What it is about; null if not said') })
  topic: string | null;

  @Column('text')
  @Field(() => String, { description: zhEn('内容', 'What was said') })
  text: string;
}
