import { readScope, type FieldGroup } from '@mtg/access';
import { readableIds, type AnyReadable } from '@mtg/commands';
import { PublicError, type SubgraphContext } from '@mtg/subgraph-kit';
import type { Trace } from './trace';
import { typeNameOf, walk, type WalkedStep } from './walk';

/** What others own and the street only refers to, and the rows of the policy table that say who reads it. */
const ELSEWHERE: ReadonlyMap<string, FieldGroup> = new Map([['Approval', 'APPROVALS']]);

/** Rows by the names of their types, as the street's modules read them. */
export type ReadablesByName = ReadonlyMap<string, AnyReadable>;

/**
 * The chain of a thing, as far as the caller reads it; null for what the caller does not read, as for what is not there.
 *
 * @param typeNames of the steps that are asked for; all types without it
 * @throws PublicError UNAUTHENTICATED for nobody, whatever they ask for; BAD_USER_INPUT for a type that no step has
 */
export async function traceOf(
  context: SubgraphContext,
  readables: ReadablesByName,
  id: string,
  typeNames?: readonly string[] | null,
): Promise<Trace | null> {
  if (!(await readsRoot(context, readables, id))) return null;
  const types = typeNames?.length ? typeNames : undefined;
  // They come to stand in the query's text.
  for (const typeName of types ?? []) requireType(readables, typeName);
  const { database } = context;
  const [up, down] = await Promise.all([walk(database, 'UP', id, types), walk(database, 'DOWN', id, types)]);
  const all = [...up.steps, ...down.steps];
  const allowed = await allowedIds(context, readables, all);
  const near = new Set([id, ...allowed]);
  const shown = (steps: readonly WalkedStep[]) =>
    steps
      .filter((step) => allowed.has(step.id))
      .map((step) => ({ ...step, via: step.via.filter((each) => near.has(each)) }));
  return {
    upward: shown(up.steps),
    downward: shown(down.steps),
    // By types it would tell how much there is of what the reader may not see.
    hidden: types ? null : new Set(all.map((step) => step.id)).size - allowed.size,
    truncated: up.truncated || down.truncated,
  };
}

/** @throws PublicError BAD_USER_INPUT */
function requireType(readables: ReadablesByName, typeName: string): void {
  if (readables.has(typeName) || ELSEWHERE.has(typeName)) return;
  const known = [...readables.keys(), ...ELSEWHERE.keys()].toSorted().join(', ');
  throw new PublicError(
    'BAD_USER_INPUT',
    `typeNames：没有类型“${typeName}”；可用：${known} · there is no type “${typeName}”; known are ${known}`,
    { argument: 'typeNames' },
  );
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
