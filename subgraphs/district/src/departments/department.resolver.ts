import {
  batchOneByKey,
  listReference,
  requireReference,
  ReferenceFilter,
  zhEn,
  type SubgraphContext,
} from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Resolver } from 'type-graphql';
import { District } from '../facts/district';
import { Department } from './department';

export const departmentByCode = batchOneByKey(Department, 'code');

@Resolver(() => District)
export class DepartmentResolver {
  @FieldResolver(() => [Department], {
    nullable: true,
    description: zhEn('区职能部门', 'Functional departments of the district'),
  })
  departments(
    @Arg('filter', () => ReferenceFilter, { nullable: true, description: zhEn('筛选', 'Filter') })
    filter: ReferenceFilter | null,
    @Ctx() { database }: SubgraphContext,
  ): Promise<Department[]> {
    return listReference(database, Department, { filter });
  }

  @FieldResolver(() => Department, {
    nullable: true,
    description: zhEn('按代码取部门', 'Department with this code'),
  })
  department(
    @Arg('code', () => ID, { description: zhEn('部门代码', 'Code of the department') }) code: string,
    @Ctx() { database }: SubgraphContext,
  ): Promise<Department> {
    return requireReference(database, Department, code, { zh: '部门', en: 'department' });
  }
}
