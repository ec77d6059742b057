import { zhEn } from '@mtg/subgraph-kit';
import { Directive, ObjectType } from 'type-graphql';
import { Column, Entity, Unique } from 'typeorm';
import { LocalCenter } from '../foundation/local-center';
import { Center } from './center';

/**
 * A local center without fields of its own, which a street adds by a decision of its committee (seed:108). It is not
 * programmed: every street has the type, and a command writes the row.
 */
@Entity('plain_local_center')
@Unique('plain_local_center_code', ['code'])
@Directive('@shareable')
@ObjectType({
  implements: Center,
  description: zhEn(
    '街道经工委决策增设的本地中心',
    'Local center that a street added by a decision of its Street Party Working Committee',
  ),
})
export class PlainLocalCenter extends LocalCenter {
  /** The decision that set it up. */
  @Column('uuid')
  decisionId: string;

  /** The decision that closed it. */
  @Column('uuid', { nullable: true })
  closingDecisionId: string | null;
}
