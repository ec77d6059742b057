import { shownCode } from '@mtg/governance';
import { PublicError, refuse, type SubgraphContext } from '@mtg/subgraph-kit';
import { edgesDown, edgesUp } from './edges';
import { nodesById, type TraceNode } from './nodes';
import { readableOf, tracedTypes, type ReadablesByName } from './readable-steps';
import { MOST_STEPS, nearestOf, stepsOf, type Steps } from './steps';
import type { Trace } from './trace';
import { walk, type Walk } from './walk';

/** Chain of an object, and the types of its steps. All types if omitted. */
interface Asked {
  readonly id: string;
  readonly types: ReadonlySet<string> | undefined;
}

/** The walks from one thing. */
interface Walks {
  readonly asked: Asked;
  readonly up: Walk;
  readonly down: Walk;
}

type Traces = (context: SubgraphContext) => (keys: readonly string[]) => Promise<(Trace | Error | null)[]>;

/**
 * The chain of a thing, as far as the caller reads it; null for what the caller does not read, as for what is not there.
 * The chains of a list are read together: the number of statements grows with the length of the longest, not with how many
 * they are.
 *
 * @param traces as `tracesOf` made it, once
 * @param typeNames of the steps that are asked for; all types without it
 * @throws PublicError UNAUTHENTICATED without a token, whatever is asked for; BAD_USER_INPUT for a type that no step has
 */
export const traceOf = (
  context: SubgraphContext,
  traces: Traces,
  id: string,
  typeNames?: readonly string[] | null,
): Promise<Trace | null> => context.loaders.get(traces, context).load(writeKey(id, typeNames ?? []));

/** DataLoaders know their keys by identity, so it is a text. */
const writeKey = (id: string, typeNames: readonly string[]): string =>
  [id.toLowerCase(), ...new Set(typeNames)].join(' ');

function readKey(key: string): Asked {
  const [id = '', ...types] = key.split(' ');
  return { id, types: types.length > 0 ? new Set(types) : undefined };
}

/** A DataLoader's batch function for chains. */
export const tracesOf =
  (readables: ReadablesByName): Traces =>
  (context) =>
  async (keys) => {
    const asked = keys.map(readKey);
    const roots = await nodesOf(
      context,
      asked.map(({ id }) => id),
    );
    const readableRoots = await readableOf(context, readables, [...roots.values()]);
    const walks = await Promise.all(
      asked.map(async (each) =>
        readableRoots.has(each.id) ? (wrongType(readables, each) ?? walksOf(context, each)) : null,
      ),
    );
    const nodes = await nodesOf(
      context,
      walks.flatMap((each) =>
        each && 'asked' in each ? [each.up, each.down].flatMap((way) => nearest(way, each.asked)) : [],
      ),
    );
    const allowed = await readableOf(context, readables, [...nodes.values()]);
    return walks.map((each) => (each && 'asked' in each ? traceFrom(each, nodes, allowed) : each));
  };

const nearest = (way: Walk, { types }: Asked): string[] => nearestOf(way, types).map(({ id }) => id);

async function walksOf(context: SubgraphContext, asked: Asked): Promise<Walks> {
  const [up, down] = await Promise.all([walkBy(context, edgesUp, asked), walkBy(context, edgesDown, asked)]);
  return { asked, up, down };
}

function walkBy(
  { loaders, database }: SubgraphContext,
  edges: typeof edgesUp,
  { id, types }: Asked,
): Promise<Walk> {
  const loader = loaders.get(edges, database);
  const edgesOf = (ids: readonly string[]) => Promise.all(ids.map((each) => loader.load(each)));
  return walk(edgesOf, id, types ? undefined : MOST_STEPS);
}

async function nodesOf(
  { loaders, database }: SubgraphContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TraceNode>> {
  const loader = loaders.get(nodesById, database);
  const nodes = await Promise.all([...new Set(ids)].map((id) => loader.load(id)));
  return new Map(nodes.flatMap((node) => (node ? [[node.id, node]] : [])));
}

/** The chain from walks, without what the reader may not see. */
function traceFrom(
  { asked: { id, types }, ...walks }: Walks,
  nodes: ReadonlyMap<string, TraceNode>,
  allowed: ReadonlySet<string>,
): Trace {
  const up = stepsOf(walks.up, nodes, types);
  const down = stepsOf(walks.down, nodes, types);
  const all = new Set([...up.steps, ...down.steps].map((step) => step.id));
  const shownIds = new Set([...all].filter((each) => allowed.has(each)));
  const shown = ({ steps }: Steps) =>
    steps
      .filter((step) => shownIds.has(step.id))
      .map((step) => ({ ...step, via: step.via.filter((each) => each === id || shownIds.has(each)) }));
  return {
    upward: shown(up),
    downward: shown(down),
    // By types it would tell how much there is of what the reader may not see.
    hidden: types ? null : all.size - shownIds.size,
    truncated: up.truncated || down.truncated,
  };
}

/** Checks the requested types. Returns the problem, if any. */
function wrongType(readables: ReadablesByName, { types = new Set() }: Asked): PublicError | undefined {
  const known = tracedTypes(readables);
  const typeName = [...types].find((each) => !known.includes(each));
  if (typeName === undefined) return undefined;
  return refuse.badArgument('typeNames', {
    zh: `没有类型“${shownCode(typeName)}”。请使用其中之一：${known.join(', ')}`,
    en: `There is no type “${shownCode(typeName)}”. Choose one of: ${known.join(', ')}`,
  });
}
