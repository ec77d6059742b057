import { listOf, schemaField, type Fields, type TableSet } from '@mtg/commands';
import { DateTime, UUID, zhEn, type SubgraphContext } from '@mtg/subgraph-kit';
import { Directive, Field, ObjectType } from 'type-graphql';
import { nodesById } from '../trace/nodes';
import { readableOf } from '../trace/readable-steps';
import { Judgement } from './judgement';

/** A fact that a judgement counts, as chains name it. */
@Directive('@shareable')
@ObjectType({
  simpleResolvers: true,
  description: zhEn('考核所计入的事实', 'Fact that a judgement counts: a link into the chain of command'),
})
class JudgementFact {
  @Field(() => UUID, { description: zhEn('标识，可用 trace 溯源', 'Identifier, which `trace` takes') })
  id: string;

  @Field(() => String, { description: zhEn('类型', 'Type, e.g. Meeting or CommunityVisit') })
  typeName: string;

  @Field(() => String, { description: zhEn('标题', 'Title') })
  title: string;

  @Field(() => DateTime, { description: zhEn('登记时间', 'Time of the record') })
  at: Date;
}

/** Makes the field `facts` of judgements: the facts counted, as far as the caller reads them. */
export function judgementFacts(set: TableSet): Fields {
  const readables = new Map(
    set.tables.filter(({ table }) => table.trace).map((each) => [each.table.name, each]),
  );
  return {
    resolvers: [
      schemaField(Judgement, {
        name: 'facts',
        returns: () => listOf(JudgementFact),
        description: zhEn(
          '计入的事实中可查阅的，如会议、汇报、走访',
          'Facts counted, as far as the caller reads them: meetings, reports, visits',
        ),
      }),
    ],
    fieldResolvers: {
      Judgement: {
        facts: async ({ factIds }: Judgement, _: unknown, context: SubgraphContext) => {
          const loader = context.loaders.get(nodesById, context.database);
          const nodes = await Promise.all(factIds.map((id) => loader.load(id)));
          const known = nodes.filter((node) => node !== null);
          const readable = await readableOf(context, readables, known);
          return known.filter(({ id }) => readable.has(id));
        },
      },
    },
  };
}
