import { WorkRow } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** What the street tells its member units in a meeting, and what it asks of them (seed:114, 通报). */
@Entity('street_notice')
@Directive('@shareable')
@ObjectType({ description: zhEn('街道通报', 'What the street tells its member units, and asks of them') })
export class StreetNotice extends WorkRow {
  @Column('uuid')
  meetingId: string;

  @Column('text')
  @Field(() => String, { description: zhEn('辖区工作任务完成情况', 'Which tasks of the area are completed') })
  content: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: zhEn('要求', 'Requirements on members’ work') })
  requirements: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('建议(原文作“建设”)', 'Suggestions; the study prints 建设, probably for 建议'),
  })
  suggestions: string | null;
}
