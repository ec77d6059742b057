import type { Actor } from '@mtg/access';
import * as fc from 'fast-check';
import { parse, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';
import { centerStaff, headWhoWas } from '../../support/actors';
import { EVERYBODY, type Caller } from '../../support/everybody';
import { SCHEMA, fillStreet } from '../../support/filled-street';
import { ROWS } from '../../support/owned-rows';
import { distinctReaders, RowOwners } from '../../support/row-owners';
import { inTurn, runsOf } from '../../support/runs';
import { sequenceStreet, type SequenceStreet } from '../../support/sequence-street';
import { joinedQueries } from './joined-queries';
import { SchemaWalk } from './schema-walk';
import { Sentinels } from './sentinels';

/** Random queries that are asked, beside those that ask for every field. */
const RUNS = 100;

const author = EVERYBODY.find(({ name }) => name === 'CENTER_STAFF here')?.actor;
const READERS: readonly Caller[] = [
  ...EVERYBODY,
  { name: 'author who heads another center', actor: author && headWhoWas(author, 'PUBLIC_SECURITY') },
  { name: 'colleague', actor: centerStaff('DAYU', 'HEALTH', 'colleague') },
];
const DISTINCT = distinctReaders(READERS, 'DAYU');
const AUDITOR: Actor = { subject: 'auditor', role: 'AUDITOR' };

let street: SequenceStreet;
let sentinels: Sentinels;
let walk: SchemaWalk;
/** Every field that can be reached, in as few operations as the street answers. */
let everything: readonly string[];
beforeAll(async () => {
  street = await sequenceStreet('dayu', '2026-03-09T02:00:00Z');
  await fillStreet(street);
  const owners = await RowOwners.read(street);
  sentinels = await Sentinels.writeInto(street, owners);
  const kinds = Object.keys(ROWS);
  const some = (type: string) => {
    const ids = owners.idsOf(type);
    return [ids[0], ids[Math.floor(ids.length / 2)], ids.at(-1)].flatMap((id) => id ?? []);
  };
  const known = {
    idsFor: (type: string) =>
      kinds.includes(type) ? some(type) : kinds.flatMap((kind) => some(kind).slice(0, 1)),
    codesFor: (type: string) => (type === 'Body' ? ['ENLARGED_WORKING_COMMITTEE'] : street.communities),
    texts: ['⟦', '医院'],
  };
  walk = new SchemaWalk(SCHEMA, known, 'DayuStreet', [
    (selection) => `{ dayu { ${selection} } }`,
    (selection) =>
      `{ _entities(representations: [{ __typename: "DayuStreet", code: "DAYU" }]) { ... on DayuStreet { ${selection} } } }`,
  ]);
  everything = joinedQueries(SCHEMA, walk.every());
});
afterAll(() => street.subgraph.close());

/** Asks, and compares what is shown with the table of readers. */
async function shownTo(actor: Actor | undefined, query: string): Promise<readonly string[]> {
  const answer = await street.subgraph.ask(query, {}, { as: actor });
  const codes = (answer.errors ?? []).map(({ extensions }) => extensions['code']);
  // What is refused before it is executed, or fails, says nothing.
  const unexpected = codes.filter((code) => !EXPECTED.has(code));
  expect({ query, unexpected, data: typeof answer.data }).toEqual({ query, unexpected: [], data: 'object' });
  const text = JSON.stringify(answer);
  expect({ query, leaks: [...sentinels.leaksIn(text, actor), ...rowsLeakedIn(answer.data, actor)] }).toEqual({
    query,
    leaks: [],
  });
  return Sentinels.in(text);
}
const EXPECTED = new Set<unknown>(['UNAUTHENTICATED', 'FORBIDDEN']);

/** Rows shown to a reader who may not read them, if only as existing. */
function rowsLeakedIn(value: unknown, actor: Actor | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => rowsLeakedIn(each, actor));
  if (typeof value !== 'object' || value === null) return [];
  const { __typename: type, id }: { __typename?: unknown; id?: unknown } = value;
  const isRow = typeof type === 'string' && type in ROWS && typeof id === 'string';
  const own = isRow && !sentinels.reads(actor, type, id) ? [`${type} ${id}`] : [];
  return [...own, ...Object.values(value).flatMap((each) => rowsLeakedIn(each, actor))];
}

/** The fields of objects that a query asks for. */
function fieldsAskedBy(query: string): readonly string[] {
  const info = new TypeInfo(SCHEMA);
  const fields: string[] = [];
  const enter = () => {
    const [parent, field] = [info.getParentType(), info.getFieldDef()];
    if (parent && field && !field.name.startsWith('_')) fields.push(`${parent.name}.${field.name}`);
  };
  visit(parse(query), visitWithTypeInfo(info, { Field: { enter } }));
  return fields;
}

test('the queries ask for every field of every type that can be reached', () => {
  const asked = new Set(everything.flatMap(fieldsAskedBy));
  asked.delete('Query.dayu');
  expect([...asked].toSorted()).toEqual([...walk.fields].toSorted());
  expect({ fields: asked.size > 800, marks: sentinels.all.size > 1000 }).toEqual({
    fields: true,
    marks: true,
  });
  // Into all other texts of all kinds of rows something could be written.
  expect(sentinels.kept).toEqual([
    'Meeting.convenerRole',
    'Evidence.sha256',
    'Plan.period',
    'Consultation.month',
    'Attachment.sha256',
  ]);
  for (const query of everything) expect(validate(SCHEMA, parse(query)).map(String)).toEqual([]);
});

test('the auditor is shown every protected text by them, and the leader what is about personnel', async () => {
  const leader = EVERYBODY.find(({ name }) => name === 'STREET_LEADER here')?.actor;
  const shown = new Set<string>();
  for (const reader of [AUDITOR, leader]) {
    for (const query of everything) for (const mark of await shownTo(reader, query)) shown.add(mark);
  }
  const missing = [...sentinels.all].flatMap(([mark, { type, column }]) =>
    shown.has(mark) ? [] : [`${type}.${column}`],
  );
  expect([...new Set(missing)]).toEqual([]);
});

test.each(DISTINCT)(
  '$name is shown nothing by them that the table does not give',
  async ({ actor, turn }) => {
    for (const query of inTurn(everything, turn, 3)) await shownTo(actor, query);
  },
);

test('no query shows a reader more than the table of readers gives', async () => {
  const tape = fc.array(fc.nat(999), { minLength: 40, maxLength: 120 });
  await fc.assert(
    fc.asyncProperty(fc.nat(READERS.length - 1), tape, async (reader, numbers) => {
      let at = 0;
      const query = walk.random((count) => (numbers[at++ % numbers.length] ?? 0) % count);
      await shownTo(READERS[reader]?.actor, query);
    }),
    { numRuns: runsOf(RUNS) },
  );
});
