import { WorkRow } from '@mtg/commands';
import { labelsOf, weeklyItemMachine, WeeklyItemState } from '@mtg/governance';
import { DateTime, registerVocabulary, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

registerVocabulary(
  WeeklyItemState,
  'WeeklyItemState',
  { zh: '周例会事项状态', en: 'State of an item of a weekly meeting (R22)' },
  labelsOf(weeklyItemMachine),
);

/** What a center puts to the weekly meeting for communities. Passed in the meeting or not, it stays that way (R22). */
@Entity('weekly_item')
@Directive('@shareable')
@ObjectType({ description: zhEn('周例会事项', 'A matter for communities, put to a weekly meeting') })
export class WeeklyItem extends WorkRow {
  @Column('uuid')
  meetingId: string;

  @Column('int')
  @Field(() => Int, { description: zhEn('会上序号，从1起', 'Number within its meeting, from 1') })
  number: number;

  @Column('text')
  @Field(() => WeeklyItemState, { description: zhEn('状态', 'State') })
  state: WeeklyItemState;

  @Column('text')
  @Field(() => ID, { description: zhEn('提出的中心代码', 'Code of the center that proposes it') })
  centerCode: string;

  @Column('text')
  @Field(() => String, { description: zhEn('标题', 'Title') })
  title: string;

  @Column('text')
  @Field(() => String, { description: zhEn('内容', 'What is to be done') })
  content: string;

  @Column('text', { array: true })
  @Field(() => [ID], {
    description: zhEn('涉及的社区代码', 'Codes of the communities that it concerns, and may be assigned to'),
  })
  communityCodes: string[];

  @Column('uuid', { nullable: true })
  workOrderId: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, {
    nullable: true,
    description: zhEn('议决时间', 'When the meeting decided; null where it did not'),
  })
  decidedAt: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: zhEn('议决说明', 'What was remarked on the decision') })
  remark: string | null;
}
