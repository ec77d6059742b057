import { ReferenceRow, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Unique } from 'typeorm';

/** A functional department (区职能部门). The study names few; the district imports the rest. */
@Entity('department')
@Unique('department_code', ['code'])
@Directive('@key(fields: "code")')
@ObjectType({ description: zhEn('区职能部门', 'Functional department of the district') })
export class Department extends ReferenceRow {
  @Column('text')
  @Field(() => ID, { description: zhEn('部门代码', 'Code of the department') })
  code: string;

  @Column('text')
  @Field(() => String, { description: zhEn('部门名称', 'Name of the department') })
  name: string;
}
