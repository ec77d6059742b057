import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isRequiredArgument,
  type GraphQLSchema,
} from 'graphql';
import { SchemaArguments, type Choose, type Known } from './schema-arguments';
import { HEAVY, SchemaObjects, type Field } from './schema-objects';

/** Stands where the selection of a type goes, in the way to it. */
const HERE = '#';
/** How a type is come to, and how many of it there may be then. */
interface Way {
  readonly text: string;
  readonly times: number;
}
/**
 * As long as a list is read: all of the first, and of further ones so that no query is too large. Every command of a filled
 * street has left an entry in its audit.
 */
const pageOf = ({ name }: Field, { times }: Way): number => {
  if (times > 1) return Math.max(1, Math.min(15, Math.floor(3000 / times)));
  return name === 'auditEntries' ? 500 : 250;
};
/** As long as a list counts that cannot be read by the page. */
const LIST = 10;
/** As many fields as a random query may come to: a fifth of what a street answers. */
const BUDGET = 20_000;
const DEEPEST = 14;

/** Lists lead to all rows of a type, other fields to some. */
const listsFirst = (fields: readonly Field[]): readonly Field[] => {
  const isList = ({ type }: Field): boolean => getNamedType(type).name.endsWith('Connection');
  return [...fields.filter(isList), ...fields.filter((field) => !isList(field))];
};

/** Queries that lead from `Query` through the types of a schema, whatever they are. */
export class SchemaWalk {
  readonly #ways = new Map<string, Way>();
  readonly #objects: SchemaObjects;
  readonly #arguments: SchemaArguments;

  constructor(
    schema: GraphQLSchema,
    known: Known,
    /** Where the walk begins: a selection of its type in a query. */
    private readonly start: string,
    private readonly doors: readonly ((selection: string) => string)[],
  ) {
    this.#objects = new SchemaObjects(schema);
    this.#arguments = new SchemaArguments(known);
    this.#ways.set(start, { text: HERE, times: 1 });
    // Where nothing needs to be known on the way, it leads to all rows; elsewhere to some.
    for (let isDone = false; !isDone;) {
      this.#spread((field) => !field.args.some(isRequiredArgument));
      const before = this.#ways.size;
      this.#spread(() => true, 1);
      isDone = this.#ways.size === before;
    }
  }

  /** Every field of every type that can be reached, `Type.field`. */
  get fields(): readonly string[] {
    return [...this.#ways.keys()].flatMap((name) =>
      this.#objects.fieldsOf(name).map((field) => `${name}.${field.name}`),
    );
  }

  /** Fields with arguments, by the type that they can be asked of. */
  withArguments(): readonly { readonly parent: string; readonly field: Field }[] {
    return [...this.#ways.keys()].flatMap((parent) =>
      this.#objects
        .fieldsOf(parent)
        .filter(({ args }) => args.length > 0)
        .map((field) => ({ parent, field })),
    );
  }

  /** A selection of a type, as a query that leads to a few of it. */
  into(type: string, selection: string): string {
    const text = this.#ways.get(type)?.text ?? HERE;
    return this.#through(
      0,
      text.replaceAll(/first: \d+/gu, 'first: 1').replaceAll(HERE, () => selection),
    );
  }

  /** Queries that between them ask for every field that can be reached, at the first door. */
  every(): readonly string[] {
    const further = [...this.#ways].flatMap(([name, way]) =>
      this.#objects
        .fieldsOf(name)
        .filter((field) => !isLeafType(getNamedType(field.type)))
        .map((field) => {
          const step = this.#step(field, pageOf(field, way), (type) => this.#objects.whole(type, way.times));
          const text = HEAVY.has(field.name) ? shortened(way) : way.text;
          return text.replaceAll(HERE, () => step);
        }),
    );
    return [this.#objects.leaves(this.start), ...further].map((selection) => this.#through(0, selection));
  }

  /** A query as it comes, as deep as it may be. */
  random(choose: Choose): string {
    const door = choose(this.doors.length);
    const depth = 3 + choose(DEEPEST - 3);
    return this.#through(door, this.#selection(this.start, choose, { depth, budget: BUDGET, length: 10 }));
  }

  #through(door: number, selection: string): string {
    return this.doors[door % this.doors.length]?.(selection) ?? selection;
  }

  #spread(mayTake: (field: Field) => boolean, most = Number.POSITIVE_INFINITY): void {
    let added = 0;
    // A map hands out what is added to it while it is walked.
    for (const [name, way] of this.#ways) {
      for (const field of listsFirst(this.#objects.fieldsOf(name))) {
        if (isLeafType(getNamedType(field.type)) || !mayTake(field)) continue;
        const page = pageOf(field, way);
        for (const target of this.#objects.possible(field)) {
          if (this.#ways.has(target) || added >= most) continue;
          const step = this.#step(field, page, (type) => (type === target ? HERE : '__typename'));
          const text = way.text.replaceAll(HERE, () => step);
          this.#ways.set(target, { text, times: way.times * timesOf(field, page) });
          added += 1;
        }
      }
    }
  }

  /** A field with a selection for each object that it can lead to; once for each id where it asks for one. */
  #step(field: Field, page: number, below: (type: string) => string): string {
    const possible = this.#objects.possible(field);
    const selections = possible.map((type) => {
      const selection = below(type);
      if (!isAbstractType(getNamedType(field.type))) return selection;
      return `... on ${type} { ${selection.startsWith('__typename ') ? this.#objects.leaves(type, type) : selection} }`;
    });
    const times = field.args.some(({ name }) => name === 'id') ? this.#arguments.idsFor(field).length : 1;
    const withEach = Array.from({ length: times }, (_, index) => {
      const args = this.#arguments.textOf(field, page, true, (count) => index % count);
      return `${times > 1 ? `x${index}_${field.name}: ` : ''}${field.name}${args} { ${selections.join(' ')} }`;
    });
    return withEach.join(' ');
  }

  #selection(
    name: string,
    choose: Choose,
    room: { readonly depth: number; readonly budget: number; readonly length: number },
    prefix = '',
  ): string {
    const parts = [this.#objects.leaves(name, prefix)];
    const further = this.#objects.fieldsOf(name).filter(({ type }) => !isLeafType(getNamedType(type)));
    if (room.depth <= 1 || further.length === 0) return parts.join(' ');
    const count = 1 + choose(3);
    for (let index = 0; index < count; index += 1) {
      const field = further[choose(further.length)];
      if (!field) continue;
      const page = 1 + choose(4);
      const isByPage = field.args.some((argument) => argument.name === 'first');
      const isList = isListType(getNullableType(field.type));
      const possible = this.#objects.possible(field);
      const times = isList ? (isByPage ? page : room.length) : 1;
      const budget = (room.budget - this.#objects.costOf(name) - 100) / count / times / possible.length;
      if (possible.some((type) => this.#objects.costOf(type) > budget)) continue;
      const inside = { depth: room.depth - 1, budget, length: isByPage ? page : 10 };
      const selections = possible.map((type) =>
        !isAbstractType(getNamedType(field.type))
          ? this.#selection(type, choose, inside)
          : `... on ${type} { ${this.#selection(type, choose, inside, type)} }`,
      );
      const args = this.#arguments.textOf(field, page, choose(2) === 0, choose);
      parts.push(`${prefix}x${index}: ${field.name}${args} { ${selections.join(' ')} }`);
    }
    return parts.join(' ');
  }
}

/** The same way with a first page so short that what counts a hundredfold can be asked for at its end. */
const shortened = ({ text, times }: Way): string =>
  text.replace('first: 250', `first: ${Math.min(250, Math.floor((250 * 800) / times))}`);

/** How many a field brings; what is below a connection counts with the connection. */
function timesOf({ name: field, args, type }: Field, page: number): number {
  if (args.some(({ name }) => name === 'first')) return page;
  const isList = isListType(getNullableType(type));
  return isList && !/^(?:edges|nodes)$/u.test(field) ? LIST : 1;
}
