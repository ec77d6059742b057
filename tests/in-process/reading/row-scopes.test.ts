import { readScope, type Actor, type FieldGroup } from '@mtg/access';
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
import { CORRECTED } from '../../support/corrected-tables';
import { NONE, ROWS } from '../../support/owned-rows';
import { distinctReaders, RowOwners } from '../../support/row-owners';
import { inTurn } from '../../support/runs';
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
const DISTINCT = distinctReaders(READERS, 'DAYU');
const AUDITOR: Actor = { subject: 'auditor', role: 'AUDITOR' };
const LEADER: Actor = { subject: 'leader', role: 'STREET_LEADER', street: 'DAYU' };

let street: SequenceStreet;
let owners: RowOwners;
beforeAll(async () => {
  street = await sequenceStreet('dayu', '2026-03-09T02:00:00Z');
  await fillStreet(street);
  owners = await RowOwners.read(street);
});
afterAll(() => street.subgraph.close());

/** Counts of comparisons, so that nothing passes for want of anything to compare. */
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
const WITHOUT_LIST = [
  ...CORRECTED.map((type) => `${type}Correction`),
  'WorkOrderEvent',
  'Evidence',
  'DelegationGuidance',
  'EnforcementParticipant',
  'CountedOrder',
  'PersonnelEvidence',
  'DeputyReportActivity',
];

interface Both {
  readonly dayu: Selected | null;
  readonly entity: Selected | null;
  /** Codes of errors by the field of the street, or of what `at` names, that they stand at. */
  readonly codes: Readonly<Record<string, readonly unknown[]>>;
}

type Path = readonly (string | number)[];
/** The field of the street in the path of an error, by name or by reference. */
const fieldOfStreet: (path: Path) => unknown = (path) => path[path[0] === 'dayu' ? 1 : 2];

/** Asks the street by its own name, and as the gateway does, by its reference. */
async function ask(selection: string, actor: Actor | undefined, at = fieldOfStreet): Promise<Both> {
  const query = `query ($r: [_Any!]!) { dayu { ${selection} }
    _entities(representations: $r) { ... on DayuStreet { ${selection} } } }`;
  const variables = { r: [{ __typename: 'DayuStreet', code: 'DAYU' }] };
  const answer: GraphQLAnswer = await street.subgraph.ask(query, variables, { as: actor });
  const data = answer.data as { dayu: Selected | null; _entities: (Selected | null)[] | null } | null;
  const codes = codesBy(answer, at);
  return { dayu: data?.dayu ?? null, entity: data?._entities?.[0] ?? null, codes };
}

function codesBy({ errors = [] }: GraphQLAnswer, at: (path: Path) => unknown): Both['codes'] {
  const codes: Record<string, unknown[]> = {};
  for (const { path = [], extensions } of errors) (codes[String(at(path))] ??= []).push(extensions['code']);
  return codes;
}

/** Selections of one operation at a time. */
const chunksOf = <T>(all: readonly T[], length: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / length) }, (_, index) =>
    all.slice(index * length, (index + 1) * length),
  );

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
  const narrowed = Object.keys(ROWS).filter(
    (type) => ROWS[type]?.as || kinds.some((kind) => ![undefined, NONE].includes(ROWS[type]?.[kind])),
  );
  expect([...partial].toSorted()).toEqual(narrowed.toSorted());
});

test.each(READERS)('$name is listed exactly the rows that the table gives', async ({ actor }) => {
  for (const lists of chunksOf(LISTS, 15)) {
    const selections = lists.map(
      ({ name }) => `all_${name}: ${name}(first: 500) { totalCount nodes { id } edges { node { id } } }
        changed_${name}: ${name}(first: 500, filter: { updatedSince: "2000-01-01T00:00:00Z" }) { totalCount nodes { id } }`,
    );
    const { dayu, entity, codes } = await ask(selections.join(' '), actor);
    const expectedCodes: Record<string, readonly string[]> = {};
    for (const { name, type } of lists) {
      const { code, ids, inForce } = owners.readBy(actor, type);
      const [all, changed] = [`all_${name}`, `changed_${name}`];
      const page = (of: readonly string[]) => ({ totalCount: of.length, nodes: of.map((id) => ({ id })) });
      const expected = code
        ? { all: null, changed: null }
        : {
            all: { ...page(inForce), edges: inForce.map((id) => ({ node: { id } })) },
            changed: { ...page(ids), nodes: expect.any(Array) },
          };
      const shown = (of: Selected | null) => ({ all: of?.[all], changed: of?.[changed] });
      expect({ name, dayu: shown(dayu), entity: shown(entity) }).toEqual({
        name,
        dayu: expected,
        entity: expected,
      });
      if (code) Object.assign(expectedCodes, { [all]: [code, code], [changed]: [code, code] });
      else expect(idsOf(dayu?.[changed].nodes).toSorted()).toEqual(ids.toSorted());
      count('listed', ids.length);
      count('withheld from lists', owners.idsOf(type).length - ids.length);
    }
    expect(codes).toEqual(expectedCodes);
  }
});

/** Rows of the given kinds, one after another. */
const rowsOf = (types: readonly string[]) =>
  types.flatMap((type) => owners.idsOf(type).map((id) => ({ type, id })));

test.each(DISTINCT)(
  '$name finds by their ids exactly the rows that are theirs to read',
  async ({ actor, turn }) => {
    for (const chunk of chunksOf(inTurn(rowsOf(LISTS.map(({ type }) => type)), turn, 3), 100)) {
      const fields = chunk.map(({ type, id }, index) => `r${index}: ${SINGLE.get(type)}(id: "${id}") { id }`);
      const { dayu, entity, codes } = await ask(fields.join(' '), actor);
      const rows: Record<string, unknown> = {};
      const expectedCodes: Record<string, readonly string[]> = {};
      for (const [index, { type, id }] of chunk.entries()) {
        const { code, ids } = owners.readBy(actor, type);
        const isTheirs = ids.includes(id);
        rows[`r${index}`] = isTheirs ? { id } : null;
        if (code) expectedCodes[`r${index}`] = [code, code];
        count(isTheirs ? 'read by id' : 'null by id', 1);
      }
      expect({ dayu, entity, codes }).toEqual({ dayu: rows, entity: rows, codes: expectedCodes });
    }
  },
);

/** The rows behind a nested field, of the answer to a reader. */
const below = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((each: Selected | null) =>
    each ? [String(each['id'])] : [],
  );

const fieldOfNode = (path: Path): unknown => path[path.indexOf('nodes') + 2];

test.each(LISTS)(
  'from each $type its fields lead to what the reader reads, and to all of that',
  async ({ name, type }) => {
    // What has no list of its own is looked at one field further on.
    const nested = NESTED.filter((field) => field.type === type).map((field) => ({
      ...field,
      further: NESTED.filter((each) => each.type === field.to && WITHOUT_LIST.includes(field.to)),
    }));
    if (nested.length === 0) return;
    const selection = `${name}(first: 100) { nodes { id ${nested
      .map((field) => `${field.name} { id ${field.further.map((each) => `${each.name} { id }`).join(' ')} }`)
      .join(' ')} } }`;
    // Personnel is the street's own affair: there the leader reads all, and not the auditor.
    const wholes: { readonly reader: Actor; readonly dayu: Selected | null }[] = [];
    for (const reader of [AUDITOR, LEADER]) {
      if (!owners.readBy(reader, type).code)
        wholes.push({ reader, dayu: (await ask(selection, reader)).dayu });
    }
    const nodesOf = (answer: Selected | null): readonly Selected[] => answer?.[name].nodes;
    for (const { name: who, actor } of DISTINCT) {
      if (owners.readBy(actor, type).code) continue;
      const { dayu, entity, codes } = await ask(selection, actor, fieldOfNode);
      for (const { name: field, to, isList, further } of nested) {
        const whole = wholes.find(({ reader }) => !owners.readBy(reader, to).code);
        const linked = new Map(nodesOf(whole?.dayu ?? null).map((node) => [node['id'], below(node[field])]));
        const { code, inForce } = owners.readBy(actor, to);
        const readable = new Set(inForce);
        for (const answer of [dayu, entity]) {
          const shown = nodesOf(answer).map((node) => ({ id: node['id'], ids: below(node[field]) }));
          const expected = owners.readBy(actor, type).inForce.map((id) => {
            const all = linked.get(id) ?? [];
            const ids = all.filter((each) => readable.has(each));
            count('led to', ids.length);
            count('not led to', all.length - ids.length);
            return { id, ids };
          });
          expect({ who, field, shown }).toEqual({ who, field, shown: expected });
          const empty = nodesOf(answer).filter((node) => node[field] === null);
          // A readable list is present, even when empty.
          if (isList && !code) expect({ who, field, empty }).toEqual({ who, field, empty: [] });
        }
        const codesOf = codes[field] ?? [];
        if (code === undefined && further.length === 0)
          expect({ who, field, codes: codesOf }).toEqual({ who, field, codes: [] });
        else for (const each of codesOf) expect(each).toBe('FORBIDDEN');
      }
      const fields = new Set(nested.map((field) => field.name));
      expect(Object.keys(codes).filter((field) => !fields.has(field))).toEqual([]);
    }
  },
);

test('from the bodies, members are shown to those who read members, and nothing else leads to rows past these fields', async () => {
  // What a live object leads to is compared in live-objects.test.ts.
  const isKnown = /(Connection|Edge|Payload|Street|StreetObject)$/u;
  const others = Object.values(SCHEMA.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name in ROWS || isKnown.test(type.name)) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      typeOf(field) in ROWS ? [`${type.name}.${field.name}`] : [],
    );
  });
  expect(others).toEqual([
    'PlainLocalCenter.decision',
    'PlainLocalCenter.closingDecision',
    'Body.members',
    'OpenDifficulty.difficulty',
    'ProjectSpending.project',
    'ServiceSpending.serviceProject',
  ]);
  const selection = 'bodies { members(state: null) { id } }';
  for (const { name: who, actor } of DISTINCT) {
    const { dayu, entity, codes } = await ask(selection, actor);
    const { code, inForce } = owners.readBy(actor, 'BodyMember');
    for (const answer of [dayu, entity]) {
      const shown = answer?.['bodies'].flatMap(({ members }: Selected) => idsOf(members ?? []));
      expect({ who, shown: shown.toSorted() }).toEqual({ who, shown: inForce.toSorted() });
    }
    expect({ who, codes: [...new Set(Object.values(codes).flat())] }).toEqual({
      who,
      codes: code ? [code] : [],
    });
    count('members of bodies', inForce.length);
    const spending = await ask(
      'projectSpending { project { id } } serviceSpending { serviceProject { id } }',
      actor,
    );
    const own = owners.readBy(actor, 'Project').idSet;
    const projects = (spending.dayu?.['projectSpending'] ?? []).flatMap(
      ({ project }: Selected) => project?.id ?? [],
    );
    expect({ who, beyond: projects.filter((id: string) => !own.has(id)) }).toEqual({ who, beyond: [] });
    count('projects of spending', projects.length);
    const ownServices = owners.readBy(actor, 'ServiceProject').idSet;
    const services = (spending.dayu?.['serviceSpending'] ?? []).flatMap(
      ({ serviceProject }: Selected) => serviceProject?.id ?? [],
    );
    expect({ who, beyond: services.filter((id: string) => !ownServices.has(id)) }).toEqual({
      who,
      beyond: [],
    });
    count('service projects of spending', services.length);
    const before = await ask('meetings { nodes { openDifficulties { difficulty { id } } } }', actor);
    const readable = owners.readBy(actor, 'Difficulty').idSet;
    const difficulties = (before.dayu?.['meetings']?.nodes ?? []).flatMap(({ openDifficulties }: Selected) =>
      openDifficulties.map(({ difficulty }: Selected) => difficulty.id),
    );
    expect({ who, beyond: difficulties.filter((id: string) => !readable.has(id)) }).toEqual({
      who,
      beyond: [],
    });
    count('difficulties before meetings', difficulties.length);
  }
});

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

/** The chains of these rows by their ids, by the street's own name alone. */
async function chainsOf(
  ids: readonly string[],
  actor: Actor | undefined,
): Promise<{ readonly chains: ReadonlyMap<string, Chain | null>; readonly codes: readonly unknown[] }> {
  const traces = ids.map((id, index) => `t${index}: trace(id: "${id}") { ...Chain }`);
  const { data, errors = [] } = await street.subgraph.ask(
    `{ dayu { ${traces.join(' ')} } }
     fragment Chain on Trace { upward { typeName id via } downward { typeName id via } hidden }`,
    {},
    { as: actor },
  );
  const { dayu } = data as { dayu: Selected | null };
  return {
    chains: new Map(ids.map((id, index) => [id, dayu?.[`t${index}`] ?? null])),
    codes: errors.map(({ extensions }) => extensions['code']),
  };
}

describe('chains', () => {
  let chunks: readonly (readonly string[])[];
  const whole = new Map<string, Chain | null>();
  beforeAll(async () => {
    chunks = chunksOf(
      rowsOf(Object.keys(ROWS)).map(({ id }) => id),
      250,
    );
    for (const chunk of chunks) {
      for (const [id, chain] of (await chainsOf(chunk, AUDITOR)).chains) whole.set(id, chain);
    }
  });

  test.each(DISTINCT)(
    'the chain of each row is for $name if the row is, shows what they read, and counts the rest',
    async ({ actor, turn }) => {
      const readable = new Set(Object.keys(ROWS).flatMap((type) => owners.readBy(actor, type).inForce));
      for (const chunk of chunks.map((ids) => inTurn(ids, turn, 3))) {
        const { chains, codes } = await chainsOf(chunk, actor);
        for (const id of chunk) {
          const expected = chainFor(id, whole.get(id) ?? null, readable, actor);
          expect({ id, chain: chains.get(id) }).toEqual({ id, chain: expected });
        }
        expect(codes).toEqual(actor ? [] : chunk.map(() => 'UNAUTHENTICATED'));
      }
    },
  );
});

/** Things of the district's that stand in chains of the street's, and who reads them. */
const OF_DISTRICT: Readonly<Record<string, FieldGroup>> = {
  Approval: 'APPROVALS',
  FundTransfer: 'BUDGETS',
  NeedsSurvey: 'PROCUREMENT',
  ProcurementCatalogue: 'PROCUREMENT',
  ProcurementNeed: 'PROCUREMENT',
};

const readsElsewhere = (actor: Actor, typeName: string): boolean => {
  const group = OF_DISTRICT[typeName];
  return group !== undefined && readScope(actor, group, 'DAYU').kind !== 'NONE';
};

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
  // What the district owns is no row of the street's.
  const elsewhere = [...all.upward, ...all.downward].filter(({ typeName }) =>
    readsElsewhere(actor, typeName),
  );
  const isShown = (each: string) => readable.has(each) || elsewhere.some((step) => step.id === each);
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
  expect(seen['projects of spending'] ?? 0).toBeGreaterThan(3);
  expect(seen['difficulties before meetings'] ?? 0).toBeGreaterThan(3);
  expect(seen['service projects of spending'] ?? 0).toBeGreaterThan(3);
  for (const what of ['members of bodies', 'steps shown', 'steps hidden']) {
    expect({ what, isSome: (seen[what] ?? 0) > 20 }).toEqual({ what, isSome: true });
  }
});
