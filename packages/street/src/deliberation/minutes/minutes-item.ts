import { WorkRow } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** One numbered item of minutes: what orders and assignments cite. */
@Entity('minutes_item')
@Directive('@shareable')
@ObjectType({ description: zhEn('纪要条目', 'A numbered item of minutes') })
export class MinutesItem extends WorkRow {
  @Column('uuid')
  minutesId: string;

  @Column('int')
  @Field(() => Int, { description: zhEn('序号，从1起', 'Number within the minutes, from 1') })
  number: number;

  @Column('text')
  @Field(() => String, { description: zhEn('内容', 'What it says') })
  text: string;

  /** Which major matter an item follows from, if any, hangs on it (R01). */
  @Column('int', { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: zhEn('所属议题在议程中的序号', 'Number in the agenda of what it belongs to; or null'),
  })
  agendaNumber: number | null;

  @Column('text', { nullable: true })
  @Field(() => ID, {
    nullable: true,
    description: zhEn('部署给的中心代码', 'Code of the center that it gives work to; or null'),
  })
  centerCode: string | null;

  @Column('text', { nullable: true })
  @Field(() => ID, {
    nullable: true,
    description: zhEn('涉及的社区代码', 'Code of the community that it concerns; or null'),
  })
  communityCode: string | null;
}
