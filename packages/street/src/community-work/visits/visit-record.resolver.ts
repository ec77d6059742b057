import { groupByKey, zhEn, type SubgraphContext } from '@mtg/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { In, type DataSource } from 'typeorm';
import { CommunityVisit } from './community-visit';
import { VisitRecord } from './visit-record';

const visitsByRecord = (database: DataSource) => async (recordIds: readonly string[]) => {
  const visits = await database.getRepository(CommunityVisit).findBy({ recordId: In(recordIds) });
  return groupByKey(recordIds, visits, ({ recordId }) => recordId).map(([visit]) => visit ?? null);
};

/** Leads from a record back to its visit. Whoever reads a record may read the facts of that visit. */
@Resolver(() => VisitRecord)
export class VisitRecordResolver {
  @FieldResolver(() => CommunityVisit, {
    nullable: true,
    description: zhEn('所记的走访', 'The visit that it records'),
  })
  visit(@Root() { id }: VisitRecord, @Ctx() { loaders, database }: SubgraphContext) {
    return loaders.get(visitsByRecord, database).load(id);
  }
}
