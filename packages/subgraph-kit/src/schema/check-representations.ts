import { PublicError, refuse } from '@mtg/service-kit';
import { isAbstractType, isInterfaceType, type GraphQLSchema } from 'graphql';

/**
 * Has `_entities` refuse what refers to nothing that this subgraph could have: to no type, to one that is no entity, or in
 * no object at all. An entity that is merely not there is null.
 *
 * @throws when used: PublicError BAD_USER_INPUT naming the representation
 */
export function checkRepresentations(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const union = schema.getType('_Entity');
  const resolve = field?.resolve;
  // A subgraph without entities has no such field.
  if (!field || !resolve || !isAbstractType(union)) return;
  const entities = new Set(schema.getPossibleTypes(union).map(({ name }) => name));
  const isEntity = (name: unknown): boolean => {
    const type = typeof name === 'string' ? schema.getType(name) : undefined;
    if (isInterfaceType(type)) return schema.getPossibleTypes(type).some((each) => entities.has(each.name));
    return type !== undefined && entities.has(type.name);
  };
  field.resolve = (source, args: { readonly representations: readonly unknown[] }, context, info) => {
    for (const [index, given] of args.representations.entries()) {
      const path = `representations.${index}`;
      if (typeof given !== 'object' || given === null || Array.isArray(given)) {
        throw wrong(path, '须为含有 __typename 的对象', 'must be an object with __typename');
      }
      const name = '__typename' in given ? given.__typename : undefined;
      if (isEntity(name)) continue;
      const known = [...entities].toSorted().join(', ');
      throw wrong(
        `${path}.__typename`,
        `不是此子图的实体；此子图的实体有：${known}`,
        `is no entity of this subgraph, which has: ${known}`,
      );
    }
    const found: unknown = resolve(source, args, context, info);
    return found;
  };
}

const wrong = (field: string, zh: string, en: string): PublicError =>
  refuse.inWords('BAD_USER_INPUT', `${field}：${zh} · ${field} ${en}`, { field });
