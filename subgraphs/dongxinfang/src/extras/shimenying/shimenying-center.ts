import { Center, LocalCenter } from '@mtg/street';
import { zhEn } from '@mtg/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, Unique } from 'typeorm';

/** 石门营新区服务中心: the center that 东辛房街道 set up beside the seven (seed:108). */
@Entity('shimenying_center')
@Unique('shimenying_center_code', ['code'])
@ObjectType({
  implements: Center,
  description: zhEn(
    '石门营新区服务中心',
    'Service center of the Shimenying new area, of Dongxinfang Street alone',
  ),
})
export class ShimenyingCenter extends LocalCenter {
  @Column('text')
  @Field(() => String, { description: zhEn('服务区域', 'The area it serves') })
  servedArea: string;

  @Column('text')
  @Field(() => String, { description: zhEn('设立缘由', 'Why it was set up, in the words of the source') })
  reason: string;
}
