import { getNamedType, isEnumType, isObjectType } from 'graphql';
import { SCHEMA, StreetFiller } from '../../support/filled-street';
import { sequenceStreet, type SequenceStreet } from '../../support/sequence-street';

let street: SequenceStreet;
beforeAll(async () => {
  street = await sequenceStreet('dayu', '2026-03-09T02:00:00Z');
  await new StreetFiller(street).fill();
}, 60_000);
afterAll(() => street.subgraph.close());

/** The states that things of a type can be in; none where the type has no state. */
function statesOf(typeName: string): readonly string[] {
  const type = SCHEMA.getType(typeName);
  const field = isObjectType(type) ? type.getFields()['state'] : undefined;
  const states = field && getNamedType(field.type);
  return isEnumType(states) ? states.getValues().map(({ name }) => name) : [];
}

test('a step of a chain says a state where its type has one, and nothing else in its place', async () => {
  const steps = await street.sql('SELECT type_name AS type, state FROM trace_node');
  const types = new Set(steps.map(({ type }) => String(type)));
  expect([...types]).toEqual(
    expect.arrayContaining(['CommitteeDecision', 'CommunityVisit', 'WorkOrder', 'Supervision', 'Meeting']),
  );
  const wrong = steps.filter(({ type, state }) => {
    const states = statesOf(String(type));
    return states.length === 0 ? state !== null : !states.includes(String(state));
  });
  expect(wrong).toEqual([]);
});
