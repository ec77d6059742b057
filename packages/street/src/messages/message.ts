import { DateTime, LocalDate, UUID, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Message to those who hold a role in a place. It names what waits and says nothing of its content. */
@Entity('message')
@Directive('@shareable')
@ObjectType({ description: zhEn('待办提醒', 'Message that something waits for the caller, or is overdue') })
export class Message {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  @Field(() => UUID, {
    description: zhEn('标识，送达时去重所用', 'Identifier, by which a receiver takes it once'),
  })
  id: string;

  @Column('text')
  @Field(() => ID, {
    description: zhEn(
      '种类：WAITING 待办，OVERDUE 逾期，INFECTED 所附文件有病毒',
      'Kind: WAITING, OVERDUE, or INFECTED of a file that the reader attached',
    ),
  })
  kind: 'WAITING' | 'OVERDUE' | 'INFECTED';

  @Column('text')
  @Field(() => ID, {
    description: zhEn(
      '收件的角色，发给个人的为空',
      'Role that it is addressed to. Empty for one to a person',
    ),
  })
  role: string;

  /** `CENTER`, `COMMUNITY`, `DEPARTMENT` or `PERSON`; empty for the street as a whole. */
  @Column('text')
  placeKind: string;

  @Column('text')
  @Field(() => String, {
    description: zhEn(
      '收件的中心、社区或部门代码，或人员标识，空为全街道',
      'Code of the center, community or department, or subject of the person. Empty for the street',
    ),
  })
  place: string;

  @Column('uuid')
  @Field(() => UUID, {
    description: zhEn('事项标识，可用 trace 溯源', 'Id of what waits, which `trace` takes'),
  })
  rowId: string;

  @Column('text')
  @Field(() => ID, { description: zhEn('事项的类型名', 'GraphQL type of what waits') })
  rowKind: string;

  @Column('text')
  @Field(() => ID, { description: zhEn('所等的命令', 'Command that it waits for') })
  command: string;

  @Column('text')
  @Field(() => String, { description: zhEn('正文', 'Text, in Chinese and English') })
  text: string;

  @Column('date', { nullable: true })
  @Field(() => LocalDate, { nullable: true, description: zhEn('时限', 'Deadline. Null without one') })
  deadline: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: zhEn('发出时间', 'Time of the message') })
  createdAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, {
    nullable: true,
    description: zhEn(
      '事项不再等待的时间，仍在等待的为空',
      'Time at which it no longer waited. Null while it waits',
    ),
  })
  endedAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, {
    nullable: true,
    description: zhEn('送达外部系统的时间', 'Time at which the webhook took it. Null until then'),
  })
  deliveredAt: Date | null;

  @Column('int', { default: 0 })
  attempts: number;

  @Column({ type: 'timestamptz', precision: 3 })
  nextAttemptAt: Date;

  /** Of the caller; no column. */
  @Field(() => DateTime, {
    nullable: true,
    description: zhEn(
      '本人标记为已读的时间，未读为空',
      'Time at which the caller marked it as read. Null until then',
    ),
  })
  readAt?: Date | null;
}
