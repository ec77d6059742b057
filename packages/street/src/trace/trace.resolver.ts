import type { AnyReadable, WorkRow } from '@mtg/commands';
import { UUID, zhEn, type Class, type SubgraphContext } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
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

/** A finding is about a street's weeks and months, and no part of a chain. */
const UNTRACED: ReadonlySet<string> = new Set(['RuleFinding']);

const TypeNames = () =>
  Arg('typeNames', () => [String], {
    nullable: true,
    description: zhEn(
      '只列这些类型的环，如 CommunityVisit；空为全部',
      'Types of the steps that are listed, e.g. CommunityVisit; none for all',
    ),
  });

/** Makes the resolvers of `trace`: on the street by id, and on the things themselves. */
export function traceFields(readables: readonly AnyReadable[]): readonly Class[] {
  const traced = readables.filter(({ name }) => !UNTRACED.has(name));
  const traces = tracesOf(new Map(traced.map((readable) => [readable.name, readable])));

  @Resolver(() => Street)
  class StreetTraceResolver {
    @FieldResolver(() => Trace, { nullable: true, description: OF_ANY })
    trace(
      @Arg('id', () => UUID, { description: zhEn('任一环的标识', 'Identifier of anything in the chain') })
      id: string,
      @TypeNames() typeNames: string[] | null | undefined,
      @Ctx() context: SubgraphContext,
    ): Promise<Trace | null> {
      return traceOf(context, traces, id, typeNames);
    }
  }
  return [StreetTraceResolver, TraceStepResolver, ...traced.map(({ entity }) => traceField(entity, traces))];
}

function traceField(type: new () => WorkRow, traces: ReturnType<typeof tracesOf>): Class {
  @Resolver(() => type)
  class TraceResolver {
    @FieldResolver(() => Trace, { nullable: true, description: DESCRIPTION })
    trace(
      @Root() { id }: WorkRow,
      @TypeNames() typeNames: string[] | null | undefined,
      @Ctx() context: SubgraphContext,
    ): Promise<Trace | null> {
      return traceOf(context, traces, id, typeNames);
    }
  }
  return TraceResolver;
}
