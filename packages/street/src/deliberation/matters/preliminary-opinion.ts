import { WorkRow } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { StreetBodyKind } from './street-body-kind';

/** What one of the two bodies has recorded of a major matter (R01). It is never changed; another may follow it. */
@Entity('preliminary_opinion')
@Directive('@shareable')
@ObjectType({ description: zhEn('初步意见', 'What one of the street’s two bodies thinks of a major matter') })
export class PreliminaryOpinion extends WorkRow {
  @Column('uuid')
  majorMatterId: string;

  @Column('text')
  @Field(() => StreetBodyKind, { description: zhEn('机构', 'The body') })
  body: StreetBodyKind;

  @Column('boolean')
  @Field(() => Boolean, { description: zhEn('是否已协商', 'Whether it has consulted on the matter') })
  consulted: boolean;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('初步意见', 'The opinion; null while there is none'),
  })
  opinion: string | null;

  @Column('uuid', { nullable: true })
  meetingId: string | null;
}
