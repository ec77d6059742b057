import { ReferenceRow, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity, Unique } from 'typeorm';
import { RefersToCenter, type CenterRow } from './row-of-center';

/** The system (体系) through which a street plans and moves its work, one on each functional center (seed:122). */
@Entity('service_system')
@Unique('service_system_center', ['centerCode'])
@Directive('@shareable')
@ObjectType({ description: zhEn('服务体系', 'Service system of a center') })
export class ServiceSystem extends ReferenceRow {
  @Column('text')
  @Field(() => String, { description: zhEn('体系名称', 'Name of the system') })
  name: string;

  @Column('text')
  centerCode: string;

  @RefersToCenter('service_system_center_fk')
  protected readonly centerRow?: CenterRow;
}
