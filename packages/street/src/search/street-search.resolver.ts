import { checkSearch, SearchHit, searchRows, zhEn } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import type { StreetContext } from '../foundation/street-context';
import { Street } from '../foundation/street-interface';
import { streetSearchSources } from './sources';

@Resolver(() => Street)
export class StreetSearchResolver {
  @FieldResolver(() => [SearchHit], {
    nullable: true,
    description: zhEn('检索', 'Finds objects whose name, alias, function or code contains a text'),
  })
  search(
    @Arg('text', () => String, { description: zhEn('检索词(1-100字)', 'Search text, 1–100 characters') })
    text: string,
    @Arg('first', () => Int, {
      defaultValue: 50,
      description: zhEn('最多条数(1-500)', 'Maximum number of hits to return, 1–500'),
    })
    first: number,
    @Ctx() { database, profile }: StreetContext,
  ): Promise<SearchHit[]> {
    checkSearch(text, first);
    return searchRows(database, streetSearchSources(profile), text, first);
  }
}
