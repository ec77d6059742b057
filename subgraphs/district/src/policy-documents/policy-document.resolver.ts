import { batchOneByKey, listReference, ReferenceFilter, zhEn, type SubgraphContext } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Department } from '../departments/department';
import { departmentByCode } from '../departments/department.resolver';
import { District } from '../facts/district';
import { PolicyDocument } from './policy-document';

export const policyDocumentByCode = batchOneByKey(PolicyDocument, 'code');

@Resolver(() => District)
export class DistrictPolicyDocumentsResolver {
  @FieldResolver(() => [PolicyDocument], {
    nullable: true,
    description: zhEn('政策文件', 'Policy documents of the reform'),
  })
  policyDocuments(
    @Arg('filter', () => ReferenceFilter, { nullable: true, description: zhEn('筛选', 'Filter') })
    filter: ReferenceFilter | null,
    @Ctx() { database }: SubgraphContext,
  ): Promise<PolicyDocument[]> {
    return listReference(database, PolicyDocument, { filter });
  }
}

@Resolver(() => PolicyDocument)
export class PolicyDocumentResolver {
  @FieldResolver(() => Department, {
    nullable: true,
    description: zhEn('牵头部门', 'Leading department'),
  })
  issuer(@Root() { issuerCode }: PolicyDocument, @Ctx() { loaders, database }: SubgraphContext) {
    return issuerCode === null ? null : loaders.get(departmentByCode, database).load(issuerCode);
  }
}
