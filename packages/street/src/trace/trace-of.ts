import { readableIds, type AnyReadable } from '@mtg/commands';
import type { SubgraphContext } from '@mtg/subgraph-kit';
import type { Trace } from './trace';
import { walkDown, walkUp, type WalkedStep } from './walk';

/** Rows by the names of their types, as the street's modules read them. */
export type ReadablesByName = ReadonlyMap<string, AnyReadable>;

/** The chain of a thing, as far as the caller reads it. */
export async function traceOf(
  context: SubgraphContext,
  readables: ReadablesByName,
  id: string,
): Promise<Trace> {
  const [upward, downward] = await Promise.all([
    walkUp(context.database, id),
    walkDown(context.database, id),
  ]);
  const all = [...upward, ...downward];
  const allowed = await allowedIds(context, readables, all);
  const shown = (steps: readonly WalkedStep[]) =>
    steps
      .filter((step) => allowed.has(step.id))
      .map((step) => ({ ...step, via: step.via.filter((each) => each === id || allowed.has(each)) }));
  const hidden = new Set(all.map((step) => step.id)).size - allowed.size;
  return { upward: shown(upward), downward: shown(downward), hidden };
}

/** One query for each type among the steps. */
async function allowedIds(
  context: SubgraphContext,
  readables: ReadablesByName,
  steps: readonly WalkedStep[],
): Promise<ReadonlySet<string>> {
  const typeNames = [...new Set(steps.map(({ typeName }) => typeName))];
  const perType = await Promise.all(
    typeNames.map(async (typeName) => {
      const readable = readables.get(typeName);
      const ids = steps.filter((step) => step.typeName === typeName).map(({ id }) => id);
      return readable ? readableIds(context, readable, ids) : [];
    }),
  );
  return new Set(perType.flat());
}
