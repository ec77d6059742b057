import { zhEn } from '@mtg/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CenterBaseTasks, PolicyDocument } from '../district-references/references';
import type { StreetContext } from '../street-context';
import { FunctionalCenter } from './functional-center';
import { postsByCenter, sectionsByCenter, systemsByCenter } from './loaders';
import { Post } from './post';
import { Section } from './section';
import { ServiceSystem } from './service-system';
import { OPERATING_RULES } from './standard-organization';

@Resolver(() => FunctionalCenter)
export class FunctionalCenterResolver {
  @FieldResolver(() => [Section], { description: zhEn('整合科室', 'Sections integrated into this center') })
  sections(
    @Root() center: FunctionalCenter,
    @Ctx() { loaders, database }: StreetContext,
  ): Promise<Section[]> {
    return loaders.get(sectionsByCenter, database).load(center.code);
  }

  @FieldResolver(() => ServiceSystem, {
    nullable: true,
    description: zhEn('服务体系', 'The service system built on this center'),
  })
  serviceSystem(
    @Root() center: FunctionalCenter,
    @Ctx() { loaders, database }: StreetContext,
  ): Promise<ServiceSystem | null> {
    return loaders.get(systemsByCenter, database).load(center.code);
  }

  @FieldResolver(() => [Post], {
    description: zhEn('主任与副主任职位', 'Posts of director and deputy directors'),
  })
  posts(@Root() center: FunctionalCenter, @Ctx() { loaders, database }: StreetContext): Promise<Post[]> {
    return loaders.get(postsByCenter, database).load(center.code);
  }

  @FieldResolver(() => CenterBaseTasks, {
    nullable: true,
    description: zhEn('基础任务(区级)', 'Base tasks of this type of center; owned by the district'),
  })
  baseTasks(@Root() center: FunctionalCenter): CenterBaseTasks {
    return Object.assign(new CenterBaseTasks(), { centerType: center.type });
  }

  @FieldResolver(() => PolicyDocument, {
    nullable: true,
    description: zhEn(
      '运行规则文件(区级)',
      'The document that rules how the seven centers run; owned by the district',
    ),
  })
  operatingRules(): PolicyDocument {
    return Object.assign(new PolicyDocument(), { code: OPERATING_RULES });
  }
}
