import { WorkRow } from '@mtg/commands';
import { labelsOf, minutesMachine, MinutesState } from '@mtg/governance';
import { DateTime, registerVocabulary, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

registerVocabulary(
  MinutesState,
  'MinutesState',
  { zh: '会议纪要状态', en: 'State of minutes' },
  labelsOf(minutesMachine),
);

/** The minutes of a meeting, by which it deploys work (R06). Issued ones are never changed; the table refuses it too. */
@Entity('minutes')
@Directive('@shareable')
@ObjectType({ description: zhEn('会议纪要', 'Minutes of a meeting, with numbered items') })
export class Minutes extends WorkRow {
  @Column('uuid')
  meetingId: string;

  @Column('text')
  @Field(() => MinutesState, { description: zhEn('状态', 'State') })
  state: MinutesState;

  @Column('text')
  @Field(() => String, { description: zhEn('标题', 'Title') })
  title: string;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('文号，印发时取得', 'Number, unique in its street; null until they are issued'),
  })
  number: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: zhEn('印发时间', 'When they were issued') })
  issuedAt: Date | null;
}
