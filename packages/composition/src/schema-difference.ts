import {
  Kind,
  parse,
  print,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';

/** Words of a schema, in names and descriptions, and what stands in their place in another one. */
export type Substitutions = Readonly<Record<string, string>>;

/**
 * SDL of what a schema has beyond another: types of its own whole, further fields of a common object type as `extend type`,
 * and the names of types that it lacks as comments. Empty when both say the same.
 *
 * @param substitutions applied to `base` first, e.g. the name of the one street's type for that of any street
 *
 * @example
 * schemaDifference('type AnyStreet { code: ID! }', 'type DayuStreet { code: ID! pier: Int }', { AnyStreet: 'DayuStreet' })
 * // extend type DayuStreet { pier: Int }
 */
export function schemaDifference(base: string, own: string, substitutions: Substitutions): string {
  const common = definitionsOf(substituted(parse(base), substitutions));
  const ours = definitionsOf(parse(own));
  const lacking = [...common.keys()].filter((name) => !ours.has(name));
  const further = [...ours].flatMap(([name, definition]) => {
    const before = common.get(name);
    if (!before) return [print(definition)];
    return differenceOf(before, definition);
  });
  return [...lacking.map((name) => `# lacks ${name}`), ...further].join('\n\n');
}

function substituted(document: DocumentNode, substitutions: Substitutions): DocumentNode {
  const replace = (text: string): string =>
    Object.entries(substitutions).reduce((done, [from, to]) => done.replaceAll(from, to), text);
  const onValue = <Node extends { readonly value: string }>(node: Node): Node => ({
    ...node,
    value: replace(node.value),
  });
  return visit(document, { Name: onValue, StringValue: onValue });
}

/** The definitions of a document, by kind and name. */
const definitionsOf = (document: DocumentNode): ReadonlyMap<string, DefinitionNode> =>
  new Map(document.definitions.map((definition) => [titleOf(definition), definition]));

const titleOf = (definition: DefinitionNode): string =>
  'name' in definition && definition.name ? `${definition.kind} ${definition.name.value}` : definition.kind;

function differenceOf(before: DefinitionNode, after: DefinitionNode): readonly string[] {
  if (sameText(before, after)) return [];
  if (before.kind !== Kind.OBJECT_TYPE_DEFINITION || after.kind !== Kind.OBJECT_TYPE_DEFINITION) {
    return [print(after)];
  }
  const known = new Map(fieldsOf(before).map((field) => [field.name.value, print(field)]));
  const further = fieldsOf(after).filter((field) => known.get(field.name.value) !== print(field));
  const isExtension =
    fieldsOf(after).length - further.length === known.size && sameText(bare(before), bare(after));
  if (!isExtension) return [print(after)];
  // The order of fields says nothing.
  if (further.length === 0) return [];
  return [print({ kind: Kind.OBJECT_TYPE_EXTENSION, name: after.name, fields: further })];
}

const sameText = (one: DefinitionNode, other: DefinitionNode): boolean => print(one) === print(other);

const fieldsOf = ({ fields = [] }: ObjectTypeDefinitionNode): readonly FieldDefinitionNode[] => fields;

/** A type without its fields. */
const bare = (type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode => ({ ...type, fields: [] });
