import { WorkRow } from '@mtg/commands';
import { AppointmentState, AUTHORITY_LABELS, codesOf, type Authority } from '@mtg/governance';
import { registerVocabulary, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

const Authorities = codesOf(AUTHORITY_LABELS);
registerVocabulary(
  Authorities,
  'Authority',
  { zh: '权限主体', en: 'In whose name a step is taken' },
  AUTHORITY_LABELS,
);

/** One step of an appointment, and in whose name it was taken (R32). It is never changed. */
@Entity('appointment_step')
@Directive('@shareable')
@ObjectType({ description: zhEn('任命步骤', 'A step of an appointment, and who took it') })
export class AppointmentStep extends WorkRow {
  @Column('uuid')
  memberId: string;

  @Column('text')
  @Field(() => String, { description: zhEn('操作', 'The command that took it') })
  command: string;

  @Column('text')
  @Field(() => AppointmentState, { description: zhEn('此步之后的状态', 'The state that it led to') })
  state: AppointmentState;

  @Column('text')
  @Field(() => Authorities, { description: zhEn('以谁的名义', 'In whose name it was taken') })
  authority: Authority;

  @Column('text')
  @Field(() => String, { description: zhEn('操作人(令牌的 sub)', 'Who took it: the token’s subject') })
  actor: string;

  @Column('text')
  @Field(() => String, { description: zhEn('角色', 'In which role') })
  actorRole: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: zhEn('理由', 'Why') })
  reason: string | null;
}
