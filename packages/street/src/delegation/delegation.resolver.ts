import { zhEn } from '@mtg/subgraph-kit';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Approval, Department } from '../district-references/references';
import { Delegation } from './delegation';

/** Leads from a delegation to what the district knows of it. */
@Resolver(() => Delegation)
export class DelegationResolver {
  @FieldResolver(() => Department, {
    nullable: true,
    description: zhEn('委托部门', 'The department that delegates; null while the district is down'),
  })
  department(@Root() { departmentCode }: Delegation): Department {
    return { code: departmentCode };
  }

  @FieldResolver(() => Approval, {
    nullable: true,
    description: zhEn('区政府批准文件', 'The district government’s approval, where R07 asks for one'),
  })
  approval(@Root() { approvalId }: Delegation): Approval | null {
    return approvalId === null ? null : { id: approvalId };
  }
}
