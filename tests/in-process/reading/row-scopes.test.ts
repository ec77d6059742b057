import { readScope, type Actor } from '@mtg/access';
import {
  getNamedType,
  isInterfaceType,
  isListType,
  getNullableType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
} from 'graphql';
import { centerStaff, headWhoWas, officer } from '../../support/actors';
import type { Selected } from '../../support/commands';
import { EVERYBODY, type Caller } from '../../support/everybody';
import { SCHEMA, fillStreet } from '../../support/filled-street';
import { readingOf, ROWS, RowOwners } from '../../support/row-owners';
import { sequenceStreet, type SequenceStreet } from '../../support/sequence-street';
import type { GraphQLAnswer } from '../../support/test-subgraph';

/**
 * Everyone who may read something, and in addition a colleague of an author, and authors who have become the head of
 * another center or have a token of another street.
 */
const author = EVERYBODY.find(({ name }) => name === 'CENTER_STAFF here')?.actor;
const READERS: readonly Caller[] = [
  ...EVERYBODY,
  { name: 'organization department', actor: officer('ORGANIZATION_DEPARTMENT') },
  { name: 'colleague', actor: centerStaff('DAYU', 'HEALTH', 'colleague') },
  { name: 'author who heads another center', actor: author && headWhoWas(author, 'PUBLIC_SECURITY') },
  { name: 'author elsewhere', actor: author && { ...author, street: 'CHENGZI' } },
];
/** One of each of those who read the same, for what is asked of many rows; the lists are asked by everybody. */
const DISTINCT = [...new Map(READERS.map((each) => [readingOf(each.actor, 'DAYU'), each])).values()];
const AUDITOR: Actor = { subject: 'auditor', role: 'AUDITOR' };

let street: SequenceStreet;
let owners: RowOwners;
beforeAll(async () => {
  street = await sequenceStreet('dayu', '2026-03-09T02:00:00Z');
  await fillStreet(street);
  owners = await RowOwners.read(street);
});
afterAll(() => street.subgraph.close());

/** What was compared, so that nothing passes for want of anything to compare. */
const seen: Record<string, number> = {};
const count = (what: string, times: number) => (seen[what] = (seen[what] ?? 0) + times);

const fieldsOf = (name: string): readonly GraphQLField<unknown, unknown>[] => {
  const type = SCHEMA.getType(name);
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`there is no ${name}`);
  return Object.values(type.getFields());
};
const typeOf = (field: GraphQLField<unknown, unknown>): string => getNamedType(field.type).name;

/** The lists of a street by the type of their rows, and the fields with one row of an id. */
const LISTS = fieldsOf('Street').flatMap((field) => {
  const type = typeOf(field).replace(/Connection$/u, '');
  return type !== typeOf(field) && type in ROWS ? [{ name: field.name, type }] : [];
});
const SINGLE = new Map(
  fieldsOf('Street')
    .filter((field) => typeOf(field) in ROWS && field.args.some(({ name }) => name === 'id'))
    .map((field) => [typeOf(field), field.name]),
);
/** Fields that lead from one row to others. */
const NESTED = Object.keys(ROWS).flatMap((type) =>
  fieldsOf(type)
    .filter((field) => typeOf(field) in ROWS && !field.args.some(isRequiredArgument))
    .map((field) => ({
      type,
      name: field.name,
      to: typeOf(field),
      isList: isListType(getNullableType(field.type)),
    })),
);
/** Kinds of rows that are read only where what they belong to is. */
const WITHOUT_LIST = ['WorkOrderEvent', 'Evidence', 'DelegationGuidance'];

interface Both {
  readonly dayu: Selected | null;
  readonly entity: Selected | null;
  readonly codes: readonly unknown[];
}

/** Asks the street by its own name, and as the gateway does, by its reference. */
async function ask(selection: string, actor: Actor | undefined): Promise<Both> {
  const query = `query ($r: [_Any!]!) { dayu { ${selection} }
    _entities(representations: $r) { ... on DayuStreet { ${selection} } } }`;
  const variables = { r: [{ __typename: 'DayuStreet', code: 'DAYU' }] };
  const answer: GraphQLAnswer = await street.subgraph.ask(query, variables, { as: actor });
  const data = answer.data as { dayu: Selected | null; _entities: (Selected | null)[] | null } | null;
  const codes = (answer.errors ?? []).map(({ extensions }) => extensions['code']);
  return { dayu: data?.dayu ?? null, entity: data?._entities?.[0] ?? null, codes };
}

const idsOf = (rows: readonly Selected[]): string[] => rows.map(({ id }) => String(id));

test('every kind of row of the street is named here, with rows for all, and some readers read only some of them', () => {
  expect([...LISTS.map(({ type }) => type), ...WITHOUT_LIST].toSorted()).toEqual(
    Object.keys(ROWS).toSorted(),
  );
  expect([...SINGLE.keys()].toSorted()).toEqual(LISTS.map(({ type }) => type).toSorted());
  const lacking = Object.keys(ROWS).filter((type) => owners.idsOf(type).length === 0);
  expect(lacking).toEqual([]);
  const kinds = ['COMMUNITY', 'CENTER', 'DEPARTMENT', 'AUTHOR'] as const;
  for (const [type, entry] of Object.entries(ROWS)) {
    // What nothing narrows is read as a whole; and what narrows it lets each of its readers see some, and not all.
    expect({ type, narrows: kinds.filter((kind) => RowOwners.narrows(type, kind, 'DAYU')) }).toEqual({
      type,
      narrows: kinds.filter((kind) => entry[kind] !== undefined),
    });
  }
  const partial = new Set<string>();
  for (const { actor } of READERS) {
    for (const type of Object.keys(ROWS)) {
      const { ids } = owners.readBy(actor, type);
      if (ids.length > 0 && ids.length < owners.idsOf(type).length) partial.add(type);
    }
  }
  const narrowed = Object.keys(ROWS).filter((type) => kinds.some((kind) => ROWS[type]?.[kind] !== undefined));
  expect([...partial].toSorted()).toEqual(narrowed.toSorted());
});

test.each(LISTS)(
  '$name lists exactly the rows that the table gives to each reader',
  async ({ name, type }) => {
    const { length } = owners.idsOf(type);
    const selection = `all: ${name}(first: 500) { totalCount nodes { id } edges { node { id } } }
    changed: ${name}(first: 500, filter: { updatedSince: "2000-01-01T00:00:00Z" }) { totalCount nodes { id } }`;
    for (const { name: who, actor } of READERS) {
      const { dayu, entity, codes } = await ask(selection, actor);
      const { code, ids, inForce } = owners.readBy(actor, type);
      const page = (of: readonly string[]) => ({ totalCount: of.length, nodes: of.map((id) => ({ id })) });
      const lists = code
        ? { all: null, changed: null }
        : {
            all: { ...page(inForce), edges: inForce.map((id) => ({ node: { id } })) },
            changed: { ...page(ids), nodes: expect.any(Array) },
          };
      const expected = { who, dayu: lists, entity: lists, codes: code ? [code, code, code, code] : [] };
      expect({ who, dayu, entity, codes }).toEqual(expected);
      if (!code) expect(idsOf(dayu?.['changed'].nodes).toSorted()).toEqual(ids.toSorted());
      count('listed', ids.length);
      count('withheld from lists', length - ids.length);
    }
  },
);

/** So many of one question at a time. */
const CHUNK = 20;
const chunksOf = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, index) =>
    all.slice(index * CHUNK, (index + 1) * CHUNK),
  );

test.each(LISTS)('each $type is found by its id by its readers only', async ({ type }) => {
  for (const { name: who, actor } of DISTINCT) {
    const { code, ids } = owners.readBy(actor, type);
    for (const chunk of chunksOf(owners.idsOf(type))) {
      const fields = chunk.map((id, index) => `r${index}: ${SINGLE.get(type)}(id: "${id}") { id }`);
      const { dayu, entity, codes } = await ask(fields.join(' '), actor);
      const rows = Object.fromEntries(
        chunk.map((id, index) => [`r${index}`, ids.includes(id) ? { id } : null]),
      );
      const expectedCodes = code ? chunk.flatMap(() => [code, code]) : [];
      expect({ who, dayu, entity, codes }).toEqual({ who, dayu: rows, entity: rows, codes: expectedCodes });
      count('read by id', chunk.filter((id) => ids.includes(id)).length);
      count('null by id', chunk.filter((id) => !ids.includes(id)).length);
    }
  }
});

/** The rows behind a nested field, of the answer to a reader. */
const below = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((each: Selected | null) =>
    each ? [String(each['id'])] : [],
  );

test.each(LISTS)(
  'from each $type its fields lead to what the reader reads, and to all of that',
  async ({ name, type }) => {
    const nested = NESTED.filter((field) => field.type === type);
    for (const { name: field, to, isList } of nested) {
      // What has no list of its own is looked at one field further on.
      const further = NESTED.filter((each) => each.type === to && WITHOUT_LIST.includes(to));
      const selection = `${name}(first: 100) { nodes { id ${field} { id ${further.map((each) => `${each.name} { id }`).join(' ')} } } }`;
      const whole = await ask(selection, AUDITOR);
      const linked = new Map<string, string[]>(
        whole.dayu?.[name].nodes.map((node: Selected) => [node['id'], below(node[field])]),
      );
      for (const { name: who, actor } of DISTINCT) {
        if (owners.readBy(actor, type).code) continue;
        const readable = new Set(owners.readBy(actor, to).inForce);
        const { code } = owners.readBy(actor, to);
        const { dayu, entity, codes } = await ask(selection, actor);
        for (const answer of [dayu, entity]) {
          const shown = answer?.[name].nodes.map((node: Selected) => ({
            id: node['id'],
            ids: below(node[field]),
          }));
          const expected = owners.readBy(actor, type).inForce.map((id) => {
            const all = linked.get(id) ?? [];
            const ids = all.filter((each) => readable.has(each));
            count('led to', ids.length);
            count('not led to', all.length - ids.length);
            return { id, ids };
          });
          expect({ who, field, shown }).toEqual({ who, field, shown: expected });
          const empty = answer?.[name].nodes.filter((node: Selected) => node[field] === null);
          // A readable list is present, even when empty.
          if (isList && !code) expect({ who, field, empty }).toEqual({ who, field, empty: [] });
        }
        if (code === undefined && further.length === 0)
          expect({ who, field, codes }).toEqual({ who, field, codes: [] });
        else for (const each of codes) expect(each).toBe('FORBIDDEN');
      }
    }
  },
);

test('from the bodies, members are shown to those who read members, and nothing else leads to rows past these fields', async () => {
  const others = Object.values(SCHEMA.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name in ROWS || /(Connection|Edge|Payload|Street)$/u.test(type.name))
      return [];
    return Object.values(type.getFields()).flatMap((field) =>
      typeOf(field) in ROWS ? [`${type.name}.${field.name}`] : [],
    );
  });
  expect(others).toEqual(['Body.members']);
  const selection = 'bodies { members(state: null) { id } }';
  for (const { name: who, actor } of DISTINCT) {
    const { dayu, entity, codes } = await ask(selection, actor);
    const { code, inForce } = owners.readBy(actor, 'BodyMember');
    for (const answer of [dayu, entity]) {
      const shown = answer?.['bodies'].flatMap(({ members }: Selected) => idsOf(members ?? []));
      expect({ who, shown: shown.toSorted() }).toEqual({ who, shown: inForce.toSorted() });
    }
    expect({ who, codes: [...new Set(codes)] }).toEqual({ who, codes: code ? [code] : [] });
    count('members of bodies', inForce.length);
  }
});

/** The same, by the street's own name alone. */
async function askOnce(selection: string, actor: Actor | undefined): Promise<Omit<Both, 'entity'>> {
  const { data, errors = [] } = await street.subgraph.ask(`{ dayu { ${selection} } }`, {}, { as: actor });
  const { dayu } = data as { dayu: Selected | null };
  return { dayu, codes: errors.map(({ extensions }) => extensions['code']) };
}

interface Step {
  readonly typeName: string;
  readonly id: string;
  readonly via: readonly string[];
}
interface Chain {
  readonly upward: readonly Step[];
  readonly downward: readonly Step[];
  readonly hidden: number;
}

const traceOf = (id: string, index: number): string =>
  `t${index}: trace(id: "${id}") { upward { typeName id via } downward { typeName id via } hidden }`;

test.each(Object.keys(ROWS))(
  'the chain of each %s is for those who read it, shows what they read, and counts the rest',
  async (type) => {
    for (const chunk of chunksOf(owners.idsOf(type))) {
      const selection = chunk.map(traceOf).join(' ');
      const whole = (await askOnce(selection, AUDITOR)).dayu ?? {};
      const isChained = Object.values(whole).some(
        (chain: Chain | null) => chain !== null && chain.upward.length + chain.downward.length > 0,
      );
      // Of what is in no chain there is nothing to tell apart.
      for (const { name: who, actor } of isChained ? DISTINCT : DISTINCT.slice(0, 2)) {
        const { dayu, codes } = await askOnce(selection, actor);
        const readable = new Set(
          Object.keys(ROWS).flatMap((each) => [...owners.readBy(actor, each).inForce]),
        );
        const expected = chunk.map((id, index) => chainFor(id, whole[`t${index}`], readable, actor));
        expect({ who, chains: chunk.map((_, index) => dayu?.[`t${index}`] ?? null) }).toEqual({
          who,
          chains: expected,
        });
        expect({ who, codes }).toEqual({
          who,
          codes: expected.flatMap(() => (actor ? [] : ['UNAUTHENTICATED'])),
        });
      }
    }
  },
);

const readsApprovals = (actor: Actor): boolean => readScope(actor, 'APPROVALS', 'DAYU').kind === 'ALL';

/** The chain as shown to a reader. Null for anonymous requests, and for objects without a chain. */
function chainFor(
  id: string,
  all: Chain | null,
  readable: ReadonlySet<string>,
  actor: Actor | undefined,
): Chain | null {
  // A reader who may not read an object does not learn of its links either.
  if (!actor || !all || !readable.has(id)) return null;
  const steps = [...all.upward, ...all.downward].map((step) => step.id);
  // The district owns approvals: they are no rows of the street's.
  const approvals = [...all.upward, ...all.downward].filter(({ typeName }) => typeName === 'Approval');
  const isShown = (each: string) =>
    readable.has(each) || (readsApprovals(actor) && approvals.some((approval) => approval.id === each));
  const shown = (part: readonly Step[]) =>
    part
      .filter((step) => isShown(step.id))
      .map((step) => ({ ...step, via: step.via.filter((each) => each === id || isShown(each)) }));
  const hidden = new Set(steps.filter((each) => !isShown(each))).size;
  count('steps shown', steps.length - hidden);
  count('steps hidden', hidden);
  return { upward: shown(all.upward), downward: shown(all.downward), hidden };
}

test('enough was compared for all this to say something', () => {
  for (const what of ['listed', 'withheld from lists', 'read by id', 'null by id', 'led to', 'not led to']) {
    expect({ what, isMuch: (seen[what] ?? 0) > 100 }).toEqual({ what, isMuch: true });
  }
  for (const what of ['members of bodies', 'steps shown', 'steps hidden']) {
    expect({ what, isSome: (seen[what] ?? 0) > 20 }).toEqual({ what, isSome: true });
  }
});
