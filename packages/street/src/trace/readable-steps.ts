import { readScope, type FieldGroup, type RowScope } from '@mtg/access';
import { readableIds, type TableClass } from '@mtg/commands';
import type { SubgraphContext } from '@mtg/subgraph-kit';
import type { TraceNode } from './nodes';

/** Objects that others own and the street only refers to, with the policy rows that state their readers. */
const ELSEWHERE: ReadonlyMap<string, FieldGroup> = new Map([
  ['Approval', 'APPROVALS'],
  ['FundTransfer', 'BUDGETS'],
  ['NeedsSurvey', 'PROCUREMENT'],
  ['ProcurementCatalogue', 'PROCUREMENT'],
  ['ProcurementNeed', 'PROCUREMENT'],
]);

/** Rows by the names of their types, as the street's modules read them. */
export type ReadablesByName = ReadonlyMap<string, TableClass>;

/** Names of the types that steps can have. */
export const tracedTypes = (readables: ReadablesByName): readonly string[] =>
  [...readables.keys(), ...ELSEWHERE.keys()].toSorted();

/**
 * Ids of those among these things that the caller reads, by one statement for each type among them.
 *
 * @throws PublicError UNAUTHENTICATED without a token, also of nothing
 */
export async function readableOf(
  context: SubgraphContext,
  readables: ReadablesByName,
  things: readonly Pick<TraceNode, 'id' | 'typeName'>[],
): Promise<ReadonlySet<string>> {
  // Of nothing, so that the answer does not tell whether a thing is there.
  const [any] = readables.values();
  if (any) await readableIds(context, any, []);
  const typeNames = [...new Set(things.map(({ typeName }) => typeName))];
  const perType = await Promise.all(
    typeNames.map((typeName) => {
      const ids = things.filter((thing) => thing.typeName === typeName).map(({ id }) => id);
      return readOfType(context, readables, typeName, ids);
    }),
  );
  return new Set(perType.flat());
}

/** Selects the objects of one type that the caller reads. */
async function readOfType(
  context: SubgraphContext,
  readables: ReadablesByName,
  typeName: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const group = ELSEWHERE.get(typeName);
  if (group) return readsOfStreet(readScope(context.actor, group, context.owner), context) ? ids : [];
  const readable = readables.get(typeName);
  return readable ? readableIds(context, readable, ids) : [];
}

/** True if a reader of the district's rows reads those on this street. */
const readsOfStreet = (read: RowScope, { owner }: Pick<SubgraphContext, 'owner'>): boolean =>
  read.kind === 'ALL' || (read.kind === 'SOME' && read.of.STREET === owner);
