import { isInterfaceType } from 'graphql';
import { EVERYBODY } from '../../support/everybody';
import { SCHEMA, fillStreet } from '../../support/filled-street';
import { ROWS } from '../../support/owned-rows';
import { distinctReaders, RowOwners } from '../../support/row-owners';
import { inTurn } from '../../support/runs';
import { sequenceStreet, type SequenceStreet } from '../../support/sequence-street';

let street: SequenceStreet;
let owners: RowOwners;
beforeAll(async () => {
  street = await sequenceStreet('dayu', '2026-03-09T02:00:00Z');
  await fillStreet(street);
  owners = await RowOwners.read(street);
});
afterAll(() => street.subgraph.close());

/** The types that a live object may be of, with the field that has it. */
const TYPES = ((): readonly { readonly type: string; readonly field: string }[] => {
  const live = SCHEMA.getType('LiveObject');
  if (!isInterfaceType(live)) throw new Error('there are no live objects');
  return Object.values(live.getFields())
    .filter(({ name }) => name !== 'id')
    .map(({ name, type }) => ({ type: String(type), field: name }));
})();

const idsOf = async (table: string): Promise<readonly string[]> =>
  (await street.sql(`SELECT id FROM ${table}`)).map(({ id }) => String(id));

async function objects(
  field: string,
  ids: readonly unknown[],
  as: Parameters<RowOwners['readBy']>[0],
): Promise<readonly Record<string, { readonly id: string } | null>[]> {
  const { data } = await street.subgraph.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on DayuStreetObject { id ${field} { id } } } }`,
    { of: ids.map((id) => ({ __typename: 'DayuStreetObject', id })) },
    { as },
  );
  return (data as { readonly _entities: readonly Record<string, { readonly id: string } | null>[] })
    ._entities;
}

test('an object is read by the readers of its row, and by no other', async () => {
  const readers = distinctReaders(EVERYBODY, 'DAYU');
  const known = TYPES.filter(({ type }) => type in ROWS);
  expect(known.length).toBeGreaterThan(30);
  let read = 0;
  for (const [turn, { type, field }] of known.entries()) {
    const ids = owners.idsOf(type);
    for (const { name, actor } of inTurn(readers, turn, 3)) {
      const found = await objects(field, ids, actor);
      const readable = owners.readBy(actor, type).idSet;
      const expected = ids.map((id) => (readable.has(id) ? id : null));
      expect([type, name, found.map((each) => each[field]?.id ?? null)]).toEqual([type, name, expected]);
      read += readable.size;
    }
  }
  expect(read).toBeGreaterThan(0);
});

test('an id of another kind of row is no object of this one', async () => {
  const [community, section] = [await idsOf('community'), await idsOf('section')];
  const found = await objects('community', [community[0], section[0]], undefined);
  expect(found.map((each) => each['community']?.id ?? null)).toEqual([community[0], null]);
  expect(found.map(({ id }) => id)).toEqual([community[0], section[0]]);
});

test('an id in capitals is the same, and a text that is none is refused', async () => {
  const [id = ''] = await idsOf('community');
  expect((await objects('community', [id.toUpperCase()], undefined))[0]?.['community']).toEqual({ id });
  const { errors } = await street.subgraph.ask(
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on DayuStreetObject { id } } }',
    { of: [{ __typename: 'DayuStreetObject', id: '大峪' }] },
  );
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'id' } }]);
});
