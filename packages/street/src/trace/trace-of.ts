import { readScope, type FieldGroup } from '@mtg/access';
import { readableIds, type AnyReadable } from '@mtg/commands';
import type { SubgraphContext } from '@mtg/subgraph-kit';
import type { Trace } from './trace';
import { typeNameOf, walkDown, walkUp, type WalkedStep } from './walk';

/** What others own and the street only refers to, and the rows of the policy table that say who reads it. */
const ELSEWHERE: ReadonlyMap<string, FieldGroup> = new Map([['Approval', 'APPROVALS']]);

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
  const typeName = context.actor && (await typeNameOf(context.database, id));
  if (typeName !== undefined) return (await readOfType(context, readables, typeName, [id])).length > 0;
  // Of nothing, so that nobody is told here what they are told everywhere else.
  const [any] = readables.values();
  if (any) await readableIds(context, any, []);
  return false;
}

/** One query for each type among the steps. */
async function allowedIds(
  context: SubgraphContext,
  readables: ReadablesByName,
  steps: readonly WalkedStep[],
): Promise<ReadonlySet<string>> {
  const typeNames = [...new Set(steps.map(({ typeName }) => typeName))];
  const perType = await Promise.all(
    typeNames.map((typeName) => {
      const ids = steps.filter((step) => step.typeName === typeName).map(({ id }) => id);
      return readOfType(context, readables, typeName, ids);
    }),
  );
  return new Set(perType.flat());
}

/** Which things of one type the caller reads. */
async function readOfType(
  context: SubgraphContext,
  readables: ReadablesByName,
  typeName: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const group = ELSEWHERE.get(typeName);
  if (group) return readScope(context.actor, group, context.owner).kind === 'ALL' ? ids : [];
  const readable = readables.get(typeName);
  return readable ? readableIds(context, readable, ids) : [];
}
