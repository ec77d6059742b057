import { schemaField, type Fields, type TableSet } from '@mtg/commands';
import { UUID, zhEn, type Class, type SubgraphContext } from '@mtg/subgraph-kit';
import { Street } from '../street-interface';
import { Trace } from './trace';
import { TraceStepResolver } from './trace-step.resolver';
import { traceOf, tracesOf } from './trace-of';

const DESCRIPTION = zhEn(
  '溯源：向上到会议或委托，向下到走访',
  'Its whole chain: up to the meeting or delegation it came from, down to the visits that carried it out',
);

const OF_ANY = zhEn(
  '任一环的溯源：向上到会议或委托，向下到走访；没有此标识或无权查阅的为空',
  'The whole chain of anything in it: up to the meeting or delegation, down to the visits; null where there is none of that id, or none that the reader may see',
);

const typeNames = {
  graphqlType: () => [String] as never,
  nullable: true,
  description: zhEn(
    '只列这些类型的环，如 CommunityVisit；空为全部',
    'Types of the steps that are listed, e.g. CommunityVisit; none for all',
  ),
};

interface Asked {
  readonly id: string;
  readonly typeNames?: readonly string[] | null;
}

/** Makes the fields `trace`: on the street by id, and on the rows of every table that has a place in chains. */
export function traceFields(set: TableSet): Fields {
  const traced = set.tables.filter(({ table }) => table.trace);
  const traces = tracesOf(new Map(traced.map((each) => [each.table.name, each])));
  const resolve = (
    { id }: { readonly id: string },
    { typeNames: types }: Omit<Asked, 'id'>,
    context: SubgraphContext,
  ): Promise<Trace | null> => traceOf(context, traces, id, types);
  const field = { name: 'trace', returns: () => Trace };
  return {
    resolvers: [
      schemaField(Street as unknown as Class, {
        ...field,
        description: OF_ANY,
        args: {
          id: {
            graphqlType: () => UUID,
            nullable: false,
            description: zhEn('任一环的标识', 'Identifier of anything in the chain'),
          },
          typeNames,
        },
      }),
      TraceStepResolver,
      ...traced.map((each) => schemaField(each, { ...field, description: DESCRIPTION, args: { typeNames } })),
    ],
    fieldResolvers: {
      Street: {
        trace: (_: unknown, given: Asked, context: SubgraphContext) => resolve(given, given, context),
      },
      ...Object.fromEntries(traced.map(({ table }) => [table.name, { trace: resolve }])),
    },
  };
}
