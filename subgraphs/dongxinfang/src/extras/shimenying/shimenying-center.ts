import { Center, LocalCenter, type RowsOfStreet } from '@mtg/street';
import { zhEn } from '@mtg/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, IsNull, Unique } from 'typeorm';
import { ServedCommunity } from './served-community';

/** 石门营新区服务中心: the center that 东辛房街道 set up beside the seven (seed:108). */
@Entity('shimenying_center')
@Unique('shimenying_center_code', ['code'])
@ObjectType({
  implements: Center,
  description: zhEn(
    '石门营新区服务中心',
    'Service center of the Shimenying new area. Only Dongxinfang Street has one',
  ),
})
export class ShimenyingCenter extends LocalCenter {
  static override readonly servedCommunities = async (manager: RowsOfStreet): Promise<readonly string[]> => {
    const order = { communityCode: 'ASC' } as const;
    const served = await manager.find(ServedCommunity, { where: { deletedAt: IsNull() }, order });
    return served.map(({ communityCode }) => communityCode);
  };

  @Column('text')
  @Field(() => String, { description: zhEn('服务区域', 'Area served') })
  servedArea: string;

  @Column('text')
  @Field(() => String, {
    description: zhEn('设立缘由', 'Reason for its establishment, as worded by the source'),
  })
  reason: string;
}
