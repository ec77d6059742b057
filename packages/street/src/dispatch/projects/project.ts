import { WorkRow } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** What work orders belong to, with its charter (R11, R19). The two come and stay together, and so are one row. */
@Entity('project')
@Directive('@shareable')
@ObjectType({ description: zhEn('项目', 'A project, to which work orders belong') })
export class Project extends WorkRow {
  @Column('text')
  @Field(() => String, {
    description: zhEn('编号，如 DAYU-P-2026-0001', 'Number, unique in its street, given by the platform'),
  })
  number: string;

  @Column('int')
  @Field(() => Int, { description: zhEn('立项年份', 'Year of the number') })
  year: number;

  @Column('int')
  sequence: number;

  @Column('text')
  @Field(() => String, { description: zhEn('名称', 'Title') })
  title: string;

  @Column('text')
  goals: string;

  @Column('text', { array: true })
  departmentCodes: string[];

  @Column('text', { array: true })
  communityCodes: string[];

  @Column('date')
  deadline: string;

  @Column('uuid', { nullable: true })
  retreatMeetingId: string | null;
}
