import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

export type Field = GraphQLField<unknown, unknown>;

/** Fields that count a hundredfold. */
export const HEAVY = new Set(['totalCount', 'trace', 'auditHead']);

/** The objects of a schema, and what they say of themselves. */
export class SchemaObjects {
  constructor(private readonly schema: GraphQLSchema) {}

  #object(name: string): GraphQLObjectType {
    const type = this.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`there is no object ${name}`);
    return type;
  }

  fieldsOf(name: string): readonly Field[] {
    return Object.values(this.#object(name).getFields());
  }

  /** The objects that a field can lead to. */
  possible({ type }: Field): readonly string[] {
    const named = getNamedType(type);
    if (isAbstractType(named)) return this.schema.getPossibleTypes(named).map(({ name }) => name);
    return [named.name];
  }

  /** Fields of an object itself, under names that no other object has if a prefix is given. */
  leaves(name: string, prefix = ''): string {
    const leaves = this.fieldsOf(name).filter(({ type }) => isLeafType(getNamedType(type)));
    const named = leaves.map((field) => `${prefix && `${prefix}_${field.name}: `}${field.name}`);
    return ['__typename', ...named].join(' ');
  }

  /** The same, with its parts that say nothing but leaves, where there is room for them: a chain with its steps. */
  whole(name: string, times: number): string {
    const parts = this.fieldsOf(name).flatMap((field) => {
      const target = getNamedType(field.type);
      if (!isObjectType(target) || field.args.length > 0 || times > 250) return [];
      const isLeavesOnly = this.fieldsOf(target.name).every(({ type }) => isLeafType(getNamedType(type)));
      return name === 'Trace' && isLeavesOnly ? [`${field.name} { ${this.leaves(target.name)} }`] : [];
    });
    return [this.leaves(name), ...parts].join(' ');
  }

  /** Number that the leaves of an object count as. */
  costOf(name: string): number {
    return this.fieldsOf(name).reduce((cost, field) => cost + (HEAVY.has(field.name) ? 100 : 1), 0);
  }
}
