import { Kind, type ASTNode, type DefinitionNode } from 'graphql';
import type { ParsedSubgraph } from './subgraph-source';

/** The coordinate (`Query.a`) of the definition that holds a node; undefined when it cannot be told. */
export function coordinateAt(
  node: ASTNode & { readonly subgraph?: string },
  parsed: readonly ParsedSubgraph[],
): string | undefined {
  const document = parsed.find(({ name }) => name === node.subgraph)?.document;
  const definition = document?.definitions.find((each) => holds(each, node));
  const typeName = nameOf(definition);
  if (!definition || !typeName) return undefined;
  const field = membersOf(definition).find((each) => holds(each, node));
  const fieldName = nameOf(field);
  return fieldName ? `${typeName}.${fieldName}` : typeName;
}

const holds = (outer: ASTNode, inner: ASTNode): boolean =>
  outer.loc !== undefined &&
  inner.loc !== undefined &&
  outer.loc.start <= inner.loc.start &&
  inner.loc.end <= outer.loc.end;

const membersOf = (definition: DefinitionNode): readonly ASTNode[] => {
  if ('fields' in definition) return definition.fields ?? [];
  return 'values' in definition ? (definition.values ?? []) : [];
};

const nameOf = (node: ASTNode | undefined): string | undefined =>
  node && 'name' in node && node.name?.kind === Kind.NAME ? node.name.value : undefined;
