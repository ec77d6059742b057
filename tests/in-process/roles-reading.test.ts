import { FIELD_GROUPS, readCell, type Actor, type FieldGroup } from '@mtg/access';
import { buildFederatedSchema } from '@mtg/subgraph-kit';
import { getNamedType, isInterfaceType } from 'graphql';
import { definition } from '../../subgraphs/dayu/src';
import { EVERYBODY } from '../support/everybody';
import { startTestSubgraph, type TestSubgraph } from '../support/test-subgraph';

/** Every list of a street, and by whom it is read. */
const LISTS: Partial<Record<FieldGroup, string>> = {
  DECISIONS: 'committeeDecisions',
  DELIBERATION: `majorMatters preliminaryOpinions meetings agendaItems attendanceRecords
    memberReports streetNotices centerReports allMinutes minutesItems keyPoints annualNotices deputyActivities`,
  MEMBERSHIP: 'bodyMembers appointmentSteps',
  DELEGATION: 'delegations',
  DISPATCH: 'projects workOrders supervisions feedbackReports',
  COMMUNITY_WORK: `weeklyItems assignmentBatches communityAssignments progressReports conveyedDocuments highlights
    ledgerEntries`,
  VISITS: 'visitPlans communityVisits',
  SENTIMENT: 'visitRecords sentimentLogs',
  CADENCE: 'ruleFindings',
  AUDIT: 'auditEntries',
};
const GROUPS = Object.entries(LISTS).flatMap(([group, names]) =>
  names.split(/\s+/u).map((name) => ({ name, group: group as FieldGroup })),
);

let dayu: TestSubgraph;
beforeAll(async () => {
  dayu = await startTestSubgraph(definition);
});
afterAll(() => dayu.close());

test('every list of the street has a reader named here', () => {
  const street = buildFederatedSchema(definition).schema.getType('Street');
  if (!isInterfaceType(street)) throw new Error('there is no Street');
  const lists = Object.values(street.getFields()).filter(({ type }) =>
    getNamedType(type).name.endsWith('Connection'),
  );
  expect(lists.map(({ name }) => name).toSorted()).toEqual(GROUPS.map(({ name }) => name).toSorted());
});

function refusal(group: FieldGroup, actor: Actor | undefined): string | undefined {
  if (!actor) return 'UNAUTHENTICATED';
  const elsewhere = actor.street !== undefined && actor.street !== 'DAYU';
  // Members of bodies are for one department only, which reviews them.
  const isOthers =
    group === 'MEMBERSHIP' &&
    actor.role === 'DEPARTMENT_OFFICER' &&
    actor.department !== 'ORGANIZATION_DEPARTMENT';
  return elsewhere || isOthers || readCell(group, actor.role) === 'NONE' ? 'FORBIDDEN' : undefined;
}

test.each(GROUPS)('$name is for readers of $group, by name and as a reference', async ({ name, group }) => {
  expect(FIELD_GROUPS[group]).not.toHaveProperty('open');
  const street = `${name} { totalCount }`;
  for (const { name: who, actor } of EVERYBODY) {
    const code = refusal(group, actor);
    const value = code === undefined ? { totalCount: expect.any(Number) } : null;
    // oxlint-disable-next-line no-await-in-loop
    const own = await dayu.ask(`{ dayu { ${street} } }`, {}, { as: actor });
    // oxlint-disable-next-line no-await-in-loop
    const entity = await dayu.ask(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on DayuStreet { ${street} } } }`,
      { r: [{ __typename: 'DayuStreet', code: 'DAYU' }] },
      { as: actor },
    );
    for (const [{ data, errors = [] }, expected] of [
      [own, { dayu: { [name]: value } }],
      [entity, { _entities: [{ [name]: value }] }],
    ] as const) {
      expect({ who, data, codes: errors.map(({ extensions }) => extensions['code']) }).toEqual({
        who,
        data: expected,
        codes: code === undefined ? [] : [code],
      });
    }
  }
});
