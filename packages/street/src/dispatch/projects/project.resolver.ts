import { zhEn } from '@mtg/subgraph-kit';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Project } from './project';
import { ProjectCharter } from './project-charter';

@Resolver(() => Project)
export class ProjectResolver {
  @FieldResolver(() => ProjectCharter, {
    nullable: true,
    description: zhEn('项目书', 'Charter of the project (R19)'),
  })
  charter(@Root() { goals, departmentCodes, communityCodes, deadline }: Project): ProjectCharter {
    return { goals, departmentCodes, communityCodes, deadline };
  }
}
