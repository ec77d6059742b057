import { WorkRow } from '@mtg/commands';
import {
  AppointmentState,
  BodyKind,
  BodyPosition,
  ExOfficio,
  labelsOf,
  MemberCategory,
  streetAppointmentMachine,
} from '@mtg/governance';
import { DateTime, registerVocabulary, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

registerVocabulary(
  AppointmentState,
  'AppointmentState',
  { zh: '任命状态', en: 'State of an appointment (R32)' },
  labelsOf(streetAppointmentMachine),
);

/** A seat in a body and who is to hold it, from the nomination to the end (R32). */
@Entity('body_member')
@Directive('@shareable')
@ObjectType({ description: zhEn('机构成员', 'A seat in a body, and who is nominated to it or holds it') })
export class BodyMember extends WorkRow {
  @Column('text')
  @Field(() => ID, { description: zhEn('机构代码', 'Code of the body') })
  bodyCode: string;

  @Column('text')
  @Field(() => BodyKind, { description: zhEn('机构种类', 'Kind of the body') })
  bodyKind: BodyKind;

  @Column('text', { nullable: true })
  @Field(() => ID, {
    nullable: true,
    description: zhEn('社区代码', 'Code of the community, in a community’s body'),
  })
  communityCode: string | null;

  @Column('text')
  @Field(() => AppointmentState, { description: zhEn('状态', 'State') })
  state: AppointmentState;

  @Column('text')
  @Field(() => String, { description: zhEn('姓名', 'Name of the person') })
  personName: string;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('所属单位(成员单位)', 'The unit that the person stands for; a member unit of the body'),
  })
  unit: string | null;

  @Column('text', { nullable: true })
  @Field(() => MemberCategory, {
    nullable: true,
    description: zhEn('成员来源', 'What the person stands for; null for who heads the body by office'),
  })
  category: MemberCategory | null;

  @Column('text')
  @Field(() => BodyPosition, { description: zhEn('职位', 'Position in the body') })
  position: BodyPosition;

  @Column('text', { array: true })
  @Field(() => [ExOfficio], { description: zhEn('兼任所凭职务', 'Offices that the person holds') })
  offices: ExOfficio[];

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('席位，社区大党委委员必有', 'The seat; each member of a community’s body holds one'),
  })
  seat: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('区委任命文号', 'Number of the District Party Committee’s document of appointment'),
  })
  documentNumber: string | null;

  @Column('uuid', { nullable: true })
  approvalId: string | null;

  @Column('uuid', { nullable: true })
  decisionId: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, {
    nullable: true,
    description: zhEn('任命登记时间', 'When the appointment was recorded'),
  })
  appointedAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: zhEn('卸任登记时间', 'When the end was recorded') })
  endedAt: Date | null;
}
