import {
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { Sizes } from './query-size';

/** The longest way that makes sense goes from a street through the district and back, some ten fields. */
const DEEPEST = 15;
/** As many root fields, aliases of one field included. */
const MOST_ROOT_FIELDS = 50;

/** What is said of a query that is too large, be it by its document or by its variables. */
export const tooLarge = (zh: string, en: string): string => `查询过大：${zh} · The query is too large: ${en}`;

/**
 * Refuses, before anything is executed, a query that is too deep or has too many root fields. How much it costs depends
 * on its variables too, which a rule does not know, and a server remembers what its rules said of a document: see
 * queryCostPlugin.
 */
export const queryLimitsRule: ValidationRule = (context) => ({
  OperationDefinition: (node) => {
    const schema = context.getSchema();
    const root = schema.getRootType(node.operation);
    if (!root) return;
    const roots = countRootFields(context, node.selectionSet);
    const sizes = new Sizes({
      schema,
      fragment: (name) => context.getFragment(name),
      variable: () => undefined,
    });
    const { depth } = sizes.of(node.selectionSet, root);
    const refuse = (zh: string, en: string): void =>
      context.reportError(new GraphQLError(tooLarge(zh, en), { nodes: node }));
    if (depth > DEEPEST)
      refuse(`嵌套 ${depth} 层，最多 ${DEEPEST} 层`, `${depth} levels deep, ${DEEPEST} at most`);
    if (roots > MOST_ROOT_FIELDS) {
      refuse(
        `根字段 ${roots} 个，最多 ${MOST_ROOT_FIELDS} 个`,
        `${roots} root fields, ${MOST_ROOT_FIELDS} at most`,
      );
    }
  },
});

function countRootFields(
  context: ValidationContext,
  selections: SelectionSetNode,
  seen = new Set<string>(),
): number {
  let count = 0;
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) count += 1;
    else if (selection.kind === Kind.INLINE_FRAGMENT)
      count += countRootFields(context, selection.selectionSet, seen);
    else if (!seen.has(selection.name.value)) {
      seen.add(selection.name.value);
      const fragment = context.getFragment(selection.name.value);
      if (fragment) count += countRootFields(context, fragment.selectionSet, seen);
    }
  }
  return count;
}
