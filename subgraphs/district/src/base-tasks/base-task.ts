import { CenterType, ReferenceRow, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Unique } from 'typeorm';

/** One of the base tasks (基础任务) of the seven centers; 32 are declared and 14 named (seed:82). */
@Entity('base_task')
@Unique('base_task_code', ['code'])
@Check(
  'base_task_center_type',
  `center_type IN (${Object.values(CenterType)
    .map((type) => `'${type}'`)
    .join(', ')})`,
)
@Directive('@key(fields: "code")')
@ObjectType({ description: zhEn('基础任务', 'Base task of one type of center') })
export class BaseTask extends ReferenceRow {
  @Column('text')
  @Field(() => ID, { description: zhEn('任务代码', 'Code of the task') })
  code: string;

  @Column('text')
  @Field(() => CenterType, { description: zhEn('承担中心类型', 'Type of the responsible center') })
  centerType: CenterType;

  @Column('text')
  @Field(() => String, { description: zhEn('任务名称', 'Name of the task') })
  name: string;
}
