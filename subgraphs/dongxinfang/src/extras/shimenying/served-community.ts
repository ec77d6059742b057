import { Community } from '@mtg/street';
import { ReferenceRow } from '@mtg/subgraph-kit';
import { Column, Entity, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';

/** A community that the center serves. */
@Entity('shimenying_community')
@Unique('shimenying_community_code', ['communityCode'])
export class ServedCommunity extends ReferenceRow {
  @Column('text')
  communityCode: string;

  @ManyToOne(() => Community)
  @JoinColumn({
    name: 'community_code',
    referencedColumnName: 'code',
    foreignKeyConstraintName: 'shimenying_community_fk',
  })
  protected readonly communityRow?: Relation<Community>;
}
