import { zhEn } from '@mtg/subgraph-kit';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { CenterBaseTasks, PolicyDocument } from '../district-references/references';
import { FunctionalCenter } from './functional-center';
import { OPERATING_RULES } from './standard-organization';

@Resolver(() => FunctionalCenter)
export class FunctionalCenterResolver {
  @FieldResolver(() => CenterBaseTasks, {
    nullable: true,
    description: zhEn('基础任务(区级)', 'Base tasks of this type of center. Provided by the district'),
  })
  baseTasks(@Root() center: FunctionalCenter): CenterBaseTasks {
    return Object.assign(new CenterBaseTasks(), { centerType: center.type });
  }

  @FieldResolver(() => PolicyDocument, {
    nullable: true,
    description: zhEn(
      '运行规则文件(区级)',
      'Document that governs how the seven centers operate. Provided by the district',
    ),
  })
  operatingRules(): PolicyDocument {
    return Object.assign(new PolicyDocument(), { code: OPERATING_RULES });
  }
}
