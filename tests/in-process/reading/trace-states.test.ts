import { randomUUID } from 'node:crypto';
import { getNamedType, isEnumType, isObjectType } from 'graphql';
import { SCHEMA, fillStreet } from '../../support/filled-street';
import { sequenceStreet, type SequenceStreet } from '../../support/sequence-street';

let street: SequenceStreet;
beforeAll(async () => {
  street = await sequenceStreet('dayu', '2026-03-09T02:00:00Z');
  await fillStreet(street);
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

const chainOf = async (id: unknown) => {
  const { data, errors } = await street.subgraph.ask(
    'query ($id: UUID!) { dayu { trace(id: $id) { upward { id typeName } downward { id typeName } } } }',
    { id },
    { as: { subject: 'auditor', role: 'AUDITOR' } },
  );
  expect(errors).toBeUndefined();
  return (data as { dayu: { trace: Readonly<Record<'upward' | 'downward', unknown>> | null } }).dayu.trace;
};

test('an order by a delegation comes from the decision on it, too; guidance comes of it, and a visit of its plan', async () => {
  const [order] = await street.sql(`
    SELECT w.id, d.decision_id, d.id AS delegation_id, (SELECT g.id FROM delegation_guidance g WHERE g.delegation_id = d.id LIMIT 1) AS guidance_id
    FROM work_order w JOIN delegation d ON d.id = w.delegation_id LIMIT 1`);
  expect((await chainOf(order?.['id']))?.upward).toEqual(
    expect.arrayContaining([
      { id: order?.['decision_id'], typeName: 'CommitteeDecision' },
      { id: order?.['delegation_id'], typeName: 'Delegation' },
    ]),
  );
  expect((await chainOf(order?.['delegation_id']))?.downward).toEqual(
    expect.arrayContaining([{ id: order?.['guidance_id'], typeName: 'DelegationGuidance' }]),
  );
  const [visit] = await street.sql(
    'SELECT id, plan_id FROM community_visit WHERE plan_id IS NOT NULL LIMIT 1',
  );
  expect((await chainOf(visit?.['id']))?.upward).toEqual(
    expect.arrayContaining([{ id: visit?.['plan_id'], typeName: 'VisitPlan' }]),
  );
});

test('what stands in no chain, or is not there, has none', async () => {
  expect(await chainOf(randomUUID())).toBeNull();
});

test('all that the view of the chain’s things knows has the field `trace`', async () => {
  const known = await street.sql('SELECT DISTINCT type_name AS type FROM trace_node');
  const untraced = known.filter(({ type }) => {
    const object = SCHEMA.getType(String(type));
    return !isObjectType(object) || object.getFields()['trace'] === undefined;
  });
  expect(untraced).toEqual([]);
});
