import { WorkRow } from '@mtg/commands';
import { LocalDate, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** What one of “两代表一委员” did in the street's work (R16). The study does not say who these are, nor does this. */
@Entity('deputy_activity')
@Directive('@shareable')
@ObjectType({
  description: zhEn('两代表一委员活动', 'What a deputy or committee member did in the street’s work (R16)'),
})
export class DeputyActivity extends WorkRow {
  @Column('text')
  @Field(() => String, { description: zhEn('姓名', 'Name of the person') })
  personName: string;

  @Column('text')
  @Field(() => String, {
    description: zhEn(
      '身份，照填(原文未界定“两代表一委员”)',
      'Capacity, as it is called; the study does not define it',
    ),
  })
  capacity: string;

  @Column('date')
  @Field(() => LocalDate, { description: zhEn('日期', 'Day') })
  day: string;

  @Column('text')
  @Field(() => String, { description: zhEn('活动', 'What the person did') })
  activity: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: zhEn('发挥的作用', 'What part it played') })
  effect: string | null;
}
