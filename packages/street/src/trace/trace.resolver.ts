import { listOf, schemaField, type Fields, type TableSet } from '@mtg/commands';
import { UUID, zhEn, type SubgraphContext } from '@mtg/subgraph-kit';
import { STREET_CLASS } from '../foundation/street-interface';
import { Trace } from './trace';
import { TraceStepResolver } from './trace-step.resolver';
import { traceOf, tracesOf } from './trace-of';

const DESCRIPTION = zhEn(
  '溯源：向上到会议或委托，向下到走访',
  'Trace: up to the originating meeting or delegation, down to the visits',
);

const OF_ANY = zhEn(
  '任一对象的溯源：向上到会议或委托，向下到走访；没有此标识或无权查阅的为空',
  'Trace of any object in the chain: up to the originating meeting or delegation, down to the visits. Null if the id does not exist or is not readable',
);

const typeNames = {
  graphqlType: () => listOf(String),
  nullable: true,
  description: zhEn(
    '只列这些类型的对象，如 CommunityVisit；空为全部',
    'Object types to list, e.g. CommunityVisit. Omit for all types',
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
      schemaField(STREET_CLASS, {
        ...field,
        description: OF_ANY,
        args: {
          id: {
            graphqlType: () => UUID,
            nullable: false,
            description: zhEn('链条中任一对象的标识', 'Id of any object in the chain'),
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
