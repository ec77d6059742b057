import { batchOneByKey, zhEn, type SubgraphContext } from '@mtg/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Department } from '../../district-references/references';
import { Community } from '../../organization/community';
import { Project } from './project';
import { ProjectCharter } from './project-charter';

const communitiesByCode = batchOneByKey(Community, 'code');

/** Leads from a project to its charter, and to those whom the charter names. */
@Resolver(() => Project)
export class ProjectResolver {
  @FieldResolver(() => ProjectCharter, { nullable: true, description: zhEn('项目书', 'Its charter (R19)') })
  charter(@Root() { goals, departmentCodes, communityCodes, deadline }: Project): ProjectCharter {
    return { goals, departmentCodes, communityCodes, deadline };
  }

  @FieldResolver(() => [Department], {
    nullable: true,
    description: zhEn('参与部门', 'Participating departments; null while the district is down'),
  })
  departments(@Root() { departmentCodes }: Project): Department[] {
    return departmentCodes.map((code) => ({ code }));
  }

  @FieldResolver(() => [Community], {
    nullable: true,
    description: zhEn('覆盖的社区', 'The communities it covers, as far as they still exist'),
  })
  async communities(
    @Root() { communityCodes }: Project,
    @Ctx() { loaders, database }: SubgraphContext,
  ): Promise<Community[]> {
    const found = await Promise.all(
      communityCodes.map((code) => loaders.get(communitiesByCode, database).load(code)),
    );
    return found.filter((community) => community !== null);
  }
}
