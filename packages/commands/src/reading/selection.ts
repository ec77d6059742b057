import { getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective, Kind } from 'graphql';
import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

/** Parts of a resolver's information that the look ahead needs. */
export type Asked = Pick<GraphQLResolveInfo, 'fragments' | 'variableValues'>;

/**
 * The fields asked for below these, by name, with all places where each is asked for. Those of every fragment are among
 * them, whatever type it is on: to read a column too much does no harm.
 */
export function fieldsBelow(
  nodes: readonly FieldNode[],
  asked: Asked,
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  for (const { selectionSet } of nodes) collect(selectionSet, asked, fields);
  return fields;
}

function collect(
  selectionSet: SelectionSetNode | undefined,
  asked: Asked,
  fields: Map<string, FieldNode[]>,
): void {
  for (const selection of selectionSet?.selections ?? []) {
    if (selection.directives?.length && isLeftOut(selection, asked)) continue;
    if (selection.kind === Kind.FIELD) {
      const known = fields.get(selection.name.value);
      if (known) known.push(selection);
      else fields.set(selection.name.value, [selection]);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      collect(selection.selectionSet, asked, fields);
    } else {
      collect(asked.fragments[selection.name.value]?.selectionSet, asked, fields);
    }
  }
}

function isLeftOut(selection: Parameters<typeof getDirectiveValues>[1], { variableValues }: Asked): boolean {
  return (
    getDirectiveValues(GraphQLSkipDirective, selection, variableValues)?.['if'] === true ||
    getDirectiveValues(GraphQLIncludeDirective, selection, variableValues)?.['if'] === false
  );
}
