import { DECLARED_BASE_TASKS } from '@mtg/governance';
import {
  batchByKey,
  batchOneByKey,
  CenterType,
  countReference,
  listReference,
  requireReference,
  ReferenceFilter,
  toSource,
  zhEn,
  type StreetFields,
  type SubgraphContext,
} from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { District } from '../facts/district';
import { Street } from '../streets/street';
import { allStreets } from '../streets/street.resolver';
import { BaseTask } from './base-task';
import { BaseTaskOverview, CenterBaseTasks } from './center-base-tasks';

export const baseTaskByCode = batchOneByKey(BaseTask, 'code');
const tasksByCenterType = batchByKey(BaseTask, 'centerType');

@Resolver(() => District)
export class DistrictBaseTasksResolver {
  @FieldResolver(() => BaseTaskOverview, {
    nullable: true,
    description: zhEn(
      '基础任务总览',
      'Overview of base tasks: numbers declared, named and missing, and the tasks',
    ),
  })
  async baseTasks(@Ctx() { database }: SubgraphContext): Promise<BaseTaskOverview> {
    const namedCount = await countReference(database, BaseTask);
    return Object.assign(new BaseTaskOverview(), {
      declaredCount: DECLARED_BASE_TASKS,
      source: toSource('seed:82'),
      namedCount,
      missingCount: DECLARED_BASE_TASKS - namedCount,
    });
  }

  @FieldResolver(() => BaseTask, {
    nullable: true,
    description: zhEn('按代码取基础任务', 'Base task with this code'),
  })
  baseTask(
    @Arg('code', () => ID, { description: zhEn('任务代码', 'Code of the task') }) code: string,
    @Ctx() { database }: SubgraphContext,
  ): Promise<BaseTask> {
    return requireReference(database, BaseTask, code, { zh: '基础任务', en: 'base task' });
  }
}

@Resolver(() => BaseTaskOverview)
export class BaseTaskOverviewResolver {
  @FieldResolver(() => [BaseTask], { description: zhEn('已列明的任务', 'Named tasks, ordered by code') })
  tasks(
    @Arg('centerType', () => CenterType, {
      nullable: true,
      description: zhEn('中心类型', 'Type of the center. Omit for all'),
    })
    centerType: CenterType | null,
    @Arg('filter', () => ReferenceFilter, { nullable: true, description: zhEn('筛选', 'Filter') })
    filter: ReferenceFilter | null,
    @Ctx() { database }: SubgraphContext,
  ): Promise<BaseTask[]> {
    const where = centerType ? { centerType } : {};
    return listReference(database, BaseTask, { where, filter, orderBy: 'code' });
  }

  @FieldResolver(() => [CenterBaseTasks], { description: zhEn('按中心类型', 'Tasks by type of center') })
  byCenterType(): CenterBaseTasks[] {
    return Object.values(CenterType).map((centerType) => CenterBaseTasks.of(centerType));
  }
}

@Resolver(() => CenterBaseTasks)
export class CenterBaseTasksResolver {
  @FieldResolver(() => [BaseTask], { description: zhEn('任务', 'Named tasks') })
  tasks(
    @Root() { centerType }: CenterBaseTasks,
    @Ctx() { loaders, database }: SubgraphContext,
  ): Promise<BaseTask[]> {
    return loaders.get(tasksByCenterType, database).load(centerType);
  }

  @FieldResolver(() => Int, { description: zhEn('已列明数', 'Number of named tasks') })
  async namedCount(
    @Root() { centerType }: CenterBaseTasks,
    @Ctx() { loaders, database }: SubgraphContext,
  ): Promise<number> {
    return (await loaders.get(tasksByCenterType, database).load(centerType)).length;
  }
}

@Resolver(() => BaseTask)
export class BaseTaskResolver {
  @FieldResolver(() => [Street], {
    nullable: 'itemsAndList',
    description: zhEn('承担街道', 'Streets whose centers carry this task: all streets'),
  })
  streets(): StreetFields[] {
    return allStreets();
  }
}
