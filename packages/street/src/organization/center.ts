import { CenterType, DateTime, Source, UUID, zhEn } from '@mtg/subgraph-kit';
import { Field, ID, Int, InterfaceType } from 'type-graphql';
import { Post } from './post';
import { Section } from './section';
import { ServiceSystem } from './service-system';

/**
 * Columns that the seven and a street's own centers share, so that one flat query reads them all. A local center
 * has neither number, type, sections nor service system: null or empty there.
 */
@InterfaceType('Center', {
  autoRegisterImplementations: false,
  description: zhEn('中心', 'Center: one of the seven functional centers, or a local center of the street'),
})
export abstract class Center {
  @Field(() => UUID, { description: zhEn('标识(UUIDv7)', 'Identifier, UUIDv7') })
  id: string;

  @Field(() => ID, { description: zhEn('中心代码，街道内唯一', 'Code of the center, unique in the street') })
  code: string;

  @Field(() => Int, {
    nullable: true,
    description: zhEn('序号(1-7)，本地中心为空', 'Number, 1–7. Null for a local center'),
  })
  number: number | null;

  @Field(() => CenterType, {
    nullable: true,
    description: zhEn('中心类型，本地中心为空', 'Type of the center. Null for a local center'),
  })
  type: CenterType | null;

  @Field(() => String, { description: zhEn('中心名称', 'Name of the center') })
  name: string;

  @Field(() => [String], { description: zhEn('别名', 'Aliases used by the source') })
  aliases: string[];

  @Field(() => String, {
    nullable: true,
    description: zhEn('主要职能', 'Main functions, as worded by the source'),
  })
  functionText: string | null;

  @Field(() => ServiceSystem, {
    nullable: true,
    description: zhEn('服务体系', 'Service system built on this center'),
  })
  serviceSystem: ServiceSystem | null;

  @Field(() => [Section], { description: zhEn('整合科室', 'Sections integrated into this center') })
  sections: Section[];

  @Field(() => [Post], { description: zhEn('主任与副主任职位', 'Posts of director and deputy directors') })
  posts: Post[];

  @Field(() => Source, { description: zhEn('来源', 'Source of this fact') })
  source: Source;

  @Field(() => DateTime, { description: zhEn('更新时间', 'Time of the last change') })
  updatedAt: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: zhEn('撤销时间，有值即已失效', 'Time of withdrawal. Null while the row is valid'),
  })
  deletedAt: Date | null;
}
