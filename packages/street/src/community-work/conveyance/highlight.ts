import { WorkRow } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** A good example or distinctive highlight found in a community (R26). */
@Entity('highlight')
@Directive('@shareable')
@ObjectType({ description: zhEn('典型和特色亮点', 'A good example or highlight of a community') })
export class Highlight extends WorkRow {
  @Column('text')
  @Field(() => String, { description: zhEn('标题', 'Title') })
  title: string;

  @Column('text')
  @Field(() => String, { description: zhEn('内容', 'What it is') })
  content: string;

  @Column('text')
  @Field(() => ID, { description: zhEn('社区代码', 'Code of the community') })
  communityCode: string;

  @Column('text', { nullable: true })
  @Field(() => ID, {
    nullable: true,
    description: zhEn(
      '发现它的中心；社区自报为空',
      'Code of the center that found it; null for the community itself',
    ),
  })
  centerCode: string | null;
}
