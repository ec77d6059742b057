import { readableIds, type AnyReadable } from '@mtg/commands';
import type { SubgraphContext } from '@mtg/subgraph-kit';
import type { Trace } from './trace';
import { typeNameOf, walkDown, walkUp, type WalkedStep } from './walk';

/** Rows by the names of their types, as the street's modules read them. */
export type ReadablesByName = ReadonlyMap<string, AnyReadable>;

/**
 * The chain of a thing, as far as the caller reads it; null for what the caller does not read, as for what is not there.
 *
 * @throws PublicError UNAUTHENTICATED for nobody, whatever they ask for
 */
export async function traceOf(
  context: SubgraphContext,
  readables: ReadablesByName,
  id: string,
): Promise<Trace | null> {
  if (!(await readsRoot(context, readables, id))) return null;
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

/** Nobody is refused before it is looked up, so that the answer does not tell whether it is there. */
async function readsRoot(context: SubgraphContext, readables: ReadablesByName, id: string): Promise<boolean> {
  const [any] = readables.values();
  const root = context.actor && readables.get((await typeNameOf(context.database, id)) ?? '');
  const readable = root ?? any;
  return readable !== undefined && (await readableIds(context, readable, [id])).length > 0;
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
