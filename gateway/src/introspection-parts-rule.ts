import { GraphQLError, type ValidationRule } from 'graphql';

/** Parts of introspection that the query planner does not know, by type: a field, or an argument of one. */
const UNKNOWN_PARTS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['__Schema', new Set(['directives(includeDeprecated:)'])],
  ['__Type', new Set(['isOneOf'])],
  ['__Directive', new Set(['isDeprecated', 'deprecationReason'])],
]);

/** Refuses queries about the schema that GraphQL would answer, and on which the planner fails. */
export const introspectionPartsRule: ValidationRule = (context) => ({
  Field: (node) => {
    const type = context.getParentType()?.name ?? '';
    const unknown = UNKNOWN_PARTS.get(type);
    if (!unknown) return;
    const { value: field } = node.name;
    const argument = node.arguments?.find(({ name }) => unknown.has(`${field}(${name.value}:)`));
    const part = argument ? `${field}(${argument.name.value}:)` : field;
    if (!unknown.has(part)) return;
    context.reportError(
      new GraphQLError(
        `网关不回答 ${type}.${part}，请删去 · The gateway does not answer ${type}.${part}. Remove it from the query`,
        { nodes: node },
      ),
    );
  },
});
