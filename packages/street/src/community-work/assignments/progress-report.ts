import { WorkRow } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** How a community gets on with a task, in its own words. */
@Entity('progress_report')
@Directive('@shareable')
@ObjectType({ description: zhEn('社区进展报告', 'A community’s report on a task') })
export class ProgressReport extends WorkRow {
  @Column('uuid')
  assignmentId: string;

  @Column('text')
  @Field(() => ID, { description: zhEn('社区代码', 'Code of the community') })
  communityCode: string;

  @Column('text')
  @Field(() => String, { description: zhEn('进展', 'What was done') })
  text: string;

  @Column('boolean')
  @Field(() => Boolean, { description: zhEn('是否已完成', 'Whether the task is completed') })
  completed: boolean;

  @Column('text')
  @Field(() => String, {
    description: zhEn('报告人(令牌的 sub)', 'Who reports, by the subject of the token'),
  })
  reporter: string;
}
