import {
  getArgumentValues,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import type { Path } from 'graphql/jsutils/Path.js';
import { completerOf, type Completed, type MakeObject } from './complete';
import { isPromise, pathBelow, settle, type Place, type Run } from './run';

/** A compiled query: which fields it asks of which type is decided once, not for each row. */
export interface CompiledQuery {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Makes the answer of the root value; rejects or throws where that is null as a whole. */
  readonly make: MakeObject;
}

type FieldsByKey = ReadonlyMap<string, readonly FieldNode[]>;
/** Adds a field to the answer's object; the promise of one that is not there yet. */
type AddField = (run: Run, source: unknown, path: Path | undefined) => unknown;

/**
 * Compiles a query. Types are looked at when a first value of theirs comes.
 *
 * @returns undefined where graphql-js is to execute it: for commands, for introspection, for what is asked
 *   only under a condition (`@skip`), and for a key that no object of JavaScript can have
 */
export function compileQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompiledQuery | undefined {
  const root = schema.getQueryType();
  if (operation.operation !== OperationTypeNode.QUERY || !root || !isPlain(document)) return undefined;
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
  }
  const compiler = new Compiler(schema, fragments);
  const fields = collectFields(schema, fragments, {}, root, operation.selectionSet);
  return { fragments, make: compiler.objectOf(root, fields) };
}

function isPlain(document: DocumentNode): boolean {
  let plain = true;
  visit(document, {
    Directive: () => void (plain = false),
    Field: ({ name: { value: name }, alias }) => {
      if ((name.startsWith('__') && name !== '__typename') || alias?.value === '__proto__') plain = false;
    },
  });
  return plain;
}

class Compiler {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Record<string, FragmentDefinitionNode>,
  ) {}

  /** Builds objects of a type from these fields. */
  objectOf(type: GraphQLObjectType, asked: FieldsByKey): MakeObject {
    const keys = [...asked.keys()];
    const fields = [...asked].map(([key, nodes]) => this.#fieldOf(type, key, nodes));
    return (run, source, path) => {
      const made: Record<string, unknown> = {};
      let pending: Promise<unknown>[] | undefined;
      try {
        for (let index = 0; index < fields.length; index += 1) {
          const key = keys[index] as string; // as long as `fields`
          const value = (fields[index] as AddField)(run, source, path);
          made[key] = value;
          if (isPromise(value)) {
            (pending ??= []).push(
              value.then((later) => {
                made[key] = later;
              }),
            );
          }
        }
      } catch (error) {
        if (!pending) throw error;
        // What was begun is waited for, so that nothing goes on after the answer.
        return Promise.all(pending).finally(() => {
          throw error;
        });
      }
      return pending ? Promise.all(pending).then(() => made) : made;
    };
  }

  #fieldOf(parentType: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): AddField {
    const [node] = nodes;
    const name = node?.name.value ?? '';
    if (name === '__typename') return () => parentType.name;
    const definition = parentType.getFields()[name];
    // Validation has refused it, unless it is switched off.
    if (!node || !definition) return () => undefined;
    const { resolve, type } = definition;
    const place: Place = { nodes, typeName: parentType.name, isNullable: !isNonNullType(type) };
    const infoOf = (run: Run, owner: Path | undefined): GraphQLResolveInfo => ({
      fieldName: name,
      fieldNodes: nodes,
      returnType: type,
      parentType,
      path: pathBelow(owner, key, parentType.name),
      ...run.info,
    });
    const argumentsOf = (run: Run): Record<string, unknown> =>
      definition.args.length === 0 ? {} : getArgumentValues(definition, node, run.info.variableValues);
    // Arguments are looked at even where a property is read: a wrong one is an error of the field.
    const read = resolve
      ? (run: Run, source: unknown, owner: Path | undefined): unknown =>
          resolve(source, argumentsOf(run), run.context, infoOf(run, owner))
      : (run: Run, source: unknown, owner: Path | undefined): unknown => {
          const given = definition.args.length === 0 ? undefined : argumentsOf(run);
          const value = propertyOf(source, name);
          return typeof value === 'function'
            ? Reflect.apply(value, source, [given ?? {}, run.context, infoOf(run, owner)])
            : value;
        };
    const title = `${parentType.name}.${name}`;
    const complete = completerOf(type, { title, infoOf, nodes, ...this.#below(nodes) }, parentType.name);
    return (run, source, owner) => {
      try {
        const value = read(run, source, owner);
        const made = isPromise(value)
          ? value.then((later) => complete(run, later, owner, key, owner))
          : complete(run, value, owner, key, owner);
        return isPromise(made)
          ? made.then(undefined, (error: unknown) => settle(run, error, place, owner, key))
          : made;
      } catch (error) {
        return settle(run, error, place, owner, key);
      }
    };
  }

  /** Selections of a field on the answer's objects. */
  #below(nodes: readonly FieldNode[]): Pick<Completed, 'objects' | 'isPossible'> {
    const makers = new Map<GraphQLObjectType, MakeObject>();
    const makerOf = (type: GraphQLObjectType): MakeObject => {
      const known = makers.get(type);
      if (known) return known;
      const asked = collectSubfields(this.schema, this.fragments, {}, type, nodes);
      const made = this.objectOf(type, asked);
      makers.set(type, made);
      return made;
    };
    return {
      // Not before a first value comes: of an interface, most types never do.
      objects: (type) => (run, source, path) => makerOf(type)(run, source, path),
      isPossible: (abstract, name) => {
        const type = this.schema.getType(name);
        return isObjectType(type) && this.schema.isSubType(abstract, type) ? type : undefined;
      },
    };
  }
}

/** As graphql-js reads one where there is no resolver. */
const propertyOf = (source: unknown, name: string): unknown =>
  (typeof source === 'object' && source !== null) || typeof source === 'function'
    ? (source as Readonly<Record<string, unknown>>)[name]
    : undefined;
