import {
  checkSearch,
  SearchHit,
  searchRows,
  zhEn,
  type SearchSource,
  type SubgraphContext,
} from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { BaseTask } from '../base-tasks/base-task';
import { Department } from '../departments/department';
import { District } from '../facts/district';
import { DistrictFact } from '../facts/district-fact';
import { PolicyDocument } from '../policy-documents/policy-document';
import { searchRules } from './search-rules';
import { searchStreets } from './search-streets';

const SOURCES: readonly SearchSource[] = [
  { entity: Department, properties: ['name', 'code'] },
  { entity: BaseTask, properties: ['name', 'code'] },
  { entity: PolicyDocument, properties: ['name', 'code'] },
  { entity: DistrictFact, properties: ['name', 'nameEn', 'text', 'code'] },
];

@Resolver(() => District)
export class DistrictSearchResolver {
  @FieldResolver(() => [SearchHit], {
    nullable: true,
    description: zhEn(
      '检索',
      'Finds streets, departments, base tasks, documents, facts and rules that contain a text',
    ),
  })
  async search(
    @Arg('text', () => String, { description: zhEn('检索词(1-100字)', 'Search text, 1–100 characters') })
    text: string,
    @Arg('first', () => Int, {
      defaultValue: 50,
      description: zhEn('最多条数(1-500)', 'Maximum number of hits to return, 1–500'),
    })
    first: number,
    @Ctx() { database }: SubgraphContext,
  ): Promise<SearchHit[]> {
    checkSearch(text, first);
    const rows = await searchRows(database, SOURCES, text, first);
    return [...searchStreets(text), ...rows, ...searchRules(text)].slice(0, first);
  }
}
