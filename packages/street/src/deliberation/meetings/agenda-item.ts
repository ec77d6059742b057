import { WorkRow } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

@Entity('agenda_item')
@Directive('@shareable')
@ObjectType({ description: zhEn('会议议题', 'An item of a meeting’s agenda') })
export class AgendaItem extends WorkRow {
  @Column('uuid')
  meetingId: string;

  @Column('int')
  @Field(() => Int, { description: zhEn('序号，从1起', 'Number in the agenda, from 1') })
  number: number;

  @Column('text')
  @Field(() => String, { description: zhEn('议题', 'What is to be discussed') })
  title: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: zhEn('说明', 'More on it') })
  note: string | null;

  @Column('uuid', { nullable: true })
  majorMatterId: string | null;
}
