import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;
/** One of so many: 0, 1 … */
type Choose = (count: number) => number;

/** Values that only a street knows. */
export interface Known {
  /** Ids worth asking for where this type is led to. */
  idsFor(type: string): readonly string[];
  codesFor(type: string): readonly string[];
  /** What to search for. */
  readonly texts: readonly string[];
}

/** Stands where the selection of a type goes, in the way to it. */
const HERE = '#';
/** How a type is come to, and how many of it there may be then. */
interface Way {
  readonly text: string;
  readonly times: number;
}
/** As long as a list is read: all of the first, and of further ones so that no query is too large. */
const pageOf = (times: number): number =>
  times === 1 ? 250 : Math.max(1, Math.min(15, Math.floor(3000 / times)));
/** As long as a list counts that cannot be read by the page. */
const LIST = 10;
/** As many fields as a random query may come to: a fifth of what a street answers. */
const BUDGET = 20_000;
const DEEPEST = 14;
const HEAVY = new Set(['totalCount', 'trace', 'auditHead']);

/** Queries that lead from `Query` through the types of a schema, whatever they are. */
export class SchemaWalk {
  readonly #ways = new Map<string, Way>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly known: Known,
    /** Where the walk begins: a selection of its type in a query. */
    private readonly start: string,
    private readonly doors: readonly ((selection: string) => string)[],
  ) {
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
      this.#fieldsOf(name).map((field) => `${name}.${field.name}`),
    );
  }

  /** Fields with arguments, by the type that they can be asked of. */
  withArguments(): readonly { readonly parent: string; readonly field: Field }[] {
    return [...this.#ways.keys()].flatMap((parent) =>
      this.#fieldsOf(parent)
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
      this.#fieldsOf(name)
        .filter((field) => !isLeafType(getNamedType(field.type)))
        .map((field) => {
          const step = this.#step(field, pageOf(way.times), (type) => this.#whole(type, way.times));
          const text = HEAVY.has(field.name) ? shortened(way) : way.text;
          return text.replaceAll(HERE, () => step);
        }),
    );
    return [this.#leaves(this.start), ...further].map((selection) => this.#through(0, selection));
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
      for (const field of this.#fieldsOf(name)) {
        if (isLeafType(getNamedType(field.type)) || !mayTake(field)) continue;
        const page = pageOf(way.times);
        for (const target of this.#possible(field)) {
          if (this.#ways.has(target) || added >= most) continue;
          const step = this.#step(field, page, (type) => (type === target ? HERE : '__typename'));
          const text = way.text.replaceAll(HERE, () => step);
          this.#ways.set(target, { text, times: way.times * timesOf(field, page) });
          added += 1;
        }
      }
    }
  }

  #object(name: string): GraphQLObjectType {
    const type = this.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`there is no object ${name}`);
    return type;
  }

  #fieldsOf(name: string): readonly Field[] {
    return Object.values(this.#object(name).getFields());
  }

  /** The objects that a field can lead to. */
  #possible({ type }: Field): readonly string[] {
    const named = getNamedType(type);
    if (isAbstractType(named)) return this.schema.getPossibleTypes(named).map(({ name }) => name);
    return [named.name];
  }

  /** What an object says of itself, under names that no other object has if a prefix is given. */
  #leaves(name: string, prefix = ''): string {
    const leaves = this.#fieldsOf(name).filter(({ type }) => isLeafType(getNamedType(type)));
    const named = leaves.map((field) => `${prefix && `${prefix}_${field.name}: `}${field.name}`);
    return ['__typename', ...named].join(' ');
  }

  /** The same, with its parts that say nothing but leaves, where there is room for them: a chain with its steps. */
  #whole(name: string, times: number): string {
    const parts = this.#fieldsOf(name).flatMap((field) => {
      const target = getNamedType(field.type);
      if (!isObjectType(target) || field.args.length > 0 || times > 250) return [];
      const isLeavesOnly = this.#fieldsOf(target.name).every(({ type }) => isLeafType(getNamedType(type)));
      return name === 'Trace' && isLeavesOnly ? [`${field.name} { ${this.#leaves(target.name)} }`] : [];
    });
    return [this.#leaves(name), ...parts].join(' ');
  }

  /** A field with a selection for each object that it can lead to; once for each id where it asks for one. */
  #step(field: Field, page: number, below: (type: string) => string): string {
    const possible = this.#possible(field);
    const selections = possible.map((type) => {
      const selection = below(type);
      if (!isAbstractType(getNamedType(field.type))) return selection;
      return `... on ${type} { ${selection.startsWith('__typename ') ? this.#leaves(type, type) : selection} }`;
    });
    const times = field.args.some(({ name }) => name === 'id') ? this.#idsFor(field).length : 1;
    const withEach = Array.from({ length: times }, (_, index) => {
      const args = this.#argumentsOf(field, page, true, (count) => index % count);
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
    const parts = [this.#leaves(name, prefix)];
    const further = this.#fieldsOf(name).filter(({ type }) => !isLeafType(getNamedType(type)));
    if (room.depth <= 1 || further.length === 0) return parts.join(' ');
    const count = 1 + choose(3);
    for (let index = 0; index < count; index += 1) {
      const field = further[choose(further.length)];
      if (!field) continue;
      const page = 1 + choose(4);
      const isByPage = field.args.some((argument) => argument.name === 'first');
      const isList = isListType(getNullableType(field.type));
      const possible = this.#possible(field);
      const times = isList ? (isByPage ? page : room.length) : 1;
      const budget = (room.budget - this.#costOf(name) - 100) / count / times / possible.length;
      if (possible.some((type) => this.#costOf(type) > budget)) continue;
      const inside = { depth: room.depth - 1, budget, length: isByPage ? page : 10 };
      const selections = possible.map((type) =>
        !isAbstractType(getNamedType(field.type))
          ? this.#selection(type, choose, inside)
          : `... on ${type} { ${this.#selection(type, choose, inside, type)} }`,
      );
      const args = this.#argumentsOf(field, page, choose(2) === 0, choose);
      parts.push(`${prefix}x${index}: ${field.name}${args} { ${selections.join(' ')} }`);
    }
    return parts.join(' ');
  }

  /** What the leaves of an object count as. */
  #costOf(name: string): number {
    return this.#fieldsOf(name).reduce((cost, field) => cost + (HEAVY.has(field.name) ? 100 : 1), 0);
  }

  #idsFor(field: Field): readonly string[] {
    return this.known.idsFor(getNamedType(field.type).name);
  }

  /** Tombstones are listed where it is asked what changed. */
  #argumentsOf(field: Field, page: number, withChanged: boolean, choose: Choose): string {
    const given = field.args.flatMap((argument) => {
      if (argument.name === 'first') return [`first: ${page}`];
      const filter = getNullableType(argument.type);
      if (argument.name === 'filter' && isInputObjectType(filter)) {
        const isKnown = withChanged && 'updatedSince' in filter.getFields();
        return isKnown ? ['filter: { updatedSince: "2000-01-01T00:00:00Z" }'] : [];
      }
      if (!isRequiredArgument(argument)) return [];
      return [`${argument.name}: ${this.#valueOf(field, argument, choose)}`];
    });
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  #valueOf(field: Field, { name, type }: GraphQLArgument, choose: Choose): string {
    const named = isNonNullType(type) ? type.ofType : type;
    const one = (values: readonly string[]): string => values[choose(values.length)] ?? '';
    if (isEnumType(named)) return one(named.getValues().map((value) => value.name));
    const known: Readonly<Record<string, readonly string[]>> = {
      id: this.#idsFor(field),
      code: this.known.codesFor(getNamedType(field.type).name),
      text: this.known.texts,
      sequences: ['1'],
    };
    const values = known[name];
    if (!values) throw new Error(`no arguments are known for ${field.name}: ${name}`);
    return JSON.stringify(one(values));
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
