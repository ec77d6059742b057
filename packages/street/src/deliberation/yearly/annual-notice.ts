import { WorkRow } from '@mtg/commands';
import { LocalDate, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** What the street tells its member units of a year as a whole (R04). */
@Entity('annual_notice')
@Directive('@shareable')
@ObjectType({ description: zhEn('年度通报', 'What the street tells its member units of a year') })
export class AnnualNotice extends WorkRow {
  @Column('int')
  @Field(() => Int, { description: zhEn('所通报的年份', 'The year that it is about') })
  year: number;

  @Column('text')
  @Field(() => String, { description: zhEn('标题', 'Title') })
  title: string;

  @Column('text')
  @Field(() => String, {
    description: zhEn(
      '年度建设发展和重点任务完成情况',
      'Development in the year, and which key tasks are completed',
    ),
  })
  content: string;

  @Column('text', { array: true })
  @Field(() => [String], { description: zhEn('发至的成员单位', 'The member units that it is addressed to') })
  addressees: string[];

  @Column('date')
  @Field(() => LocalDate, { description: zhEn('发布日期', 'Day on which it was issued') })
  issuedOn: string;

  @Column('uuid', { nullable: true })
  meetingId: string | null;
}
