import { WorkRow } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** A key point of the street's year (全年工作要点), from which orders may be dispatched (R11). It is never changed. */
@Entity('key_point')
@Directive('@shareable')
@ObjectType({ description: zhEn('全年工作要点', 'A key point of the street’s year') })
export class KeyPoint extends WorkRow {
  @Column('int')
  @Field(() => Int, { description: zhEn('年份', 'Year') })
  year: number;

  @Column('int')
  @Field(() => Int, { description: zhEn('年内序号', 'Number within the year') })
  number: number;

  @Column('text')
  @Field(() => String, { description: zhEn('标题', 'Title') })
  title: string;

  @Column('text')
  @Field(() => String, { description: zhEn('内容', 'What is to be done') })
  content: string;

  @Column('uuid')
  decisionId: string;
}
