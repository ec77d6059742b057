import { fieldsOf } from '@mtg/service-kit';
import {
  getOperationAST,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Path } from './paths';

/** Names that the planner gives to fields of one name that would clash in one fetch. It renames them back afterwards. */
const RENAMED = /^(.+)__alias_\d+$/;

/**
 * A path as the client's document has it. Names that only look like the planner's are aliases of the client's own, and
 * stay.
 */
export function clientPath(document: DocumentNode, operationName: string | undefined, path: Path): Path {
  if (!path.some((step) => typeof step === 'string' && RENAMED.test(step))) return path;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  const operation = getOperationAST(document, operationName);
  let sets: readonly SelectionSetNode[] = operation ? [operation.selectionSet] : [];
  return path.map((step) => {
    if (typeof step === 'number') return step;
    const fields = fieldsOf((name) => fragments.get(name), sets);
    const known = (key: string) => fields.filter(({ alias, name }) => (alias ?? name).value === key);
    const original = known(step).length > 0 ? step : (RENAMED.exec(step)?.[1] ?? step);
    sets = known(original).flatMap(({ selectionSet }) => selectionSet ?? []);
    return original;
  });
}
