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
    memberReports streetNotices centerReports allMinutes minutesItems minutesCorrections keyPoints annualNotices
    difficulties`,
  MEMBERSHIP: 'bodyMembers appointmentSteps',
  DELEGATION: 'delegations delegationConclusions',
  DISPATCH: 'projects workOrders supervisions feedbackReports returnRequests extensionRequests',
  MESSAGES: 'messageReadings',
  COMMUNITY_WORK: `weeklyItems assignmentBatches communityAssignments progressReports conveyedDocuments highlights
    ledgerEntries supportIssues supportContributions supportSolutions sentimentFollowUps`,
  PLANNING: 'organizationLinks plans planItems nextMonthLinks',
  CONSULTATION: `departmentLinks consultations consultationConclusions consultationComments jointActions
    jointActionCalls`,
  SERVICES: `fosteredOrganizations fosteringStages jointActivities needProposals serviceProjects
    serviceMilestones`,
  VISITS: 'visitPlans communityVisits hallVisits',
  VISIT_RECORDS: 'visitRecords',
  SENTIMENT: 'sentimentLogs',
  ENFORCEMENT: 'enforcementMandates enforcementTeams enforcementTeamMembers enforcementActions',
  ENFORCEMENT_OBJECTS: 'enforcementObjects',
  FUNDS: 'fundReceipts fundRecallAnswers expenditures',
  EVALUATION: 'unitLinks departmentReports departmentReportEntries',
  DEPUTY_REPORTS: 'deputyActivities deputyReports',
  PERSONNEL: 'memberPerformanceReports personnelSuggestions',
  PEOPLE: 'people postHoldings leaves handOvers handedOverItems',
  ATTACHMENTS: 'attachments',
  CADENCE: 'ruleFindings findingAnswers judgements',
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
  // Of departments, one alone reviews members of bodies, and is sent the reports on deputies.
  const isOthers =
    ['MEMBERSHIP', 'DEPUTY_REPORTS'].includes(group) &&
    actor.role === 'DEPARTMENT_OFFICER' &&
    actor.department !== 'ORGANIZATION_DEPARTMENT';
  return elsewhere || isOthers || readCell(group, actor.role) === 'NONE' ? 'FORBIDDEN' : undefined;
}

test('no list of a group is open to all', () => {
  for (const { group } of GROUPS) expect(FIELD_GROUPS[group]).not.toHaveProperty('open');
});

const ALL_LISTS = GROUPS.map(({ name }) => `${name} { totalCount }`).join(' ');
const BY_BOTH_WAYS = `query ($r: [_Any!]!) { dayu { ${ALL_LISTS} }
  _entities(representations: $r) { ... on DayuStreet { ${ALL_LISTS} } } }`;

test.each(EVERYBODY)(
  '$name reads the lists of their groups, by name and as a reference',
  async ({ actor }) => {
    const { data, errors = [] } = await dayu.ask(
      BY_BOTH_WAYS,
      { r: [{ __typename: 'DayuStreet', code: 'DAYU' }] },
      { as: actor },
    );
    const codes = GROUPS.map(({ name, group }) => ({ name, code: refusal(group, actor) }));
    const lists = Object.fromEntries(
      codes.map(({ name, code }) => [name, code === undefined ? { totalCount: expect.any(Number) } : null]),
    );
    expect(data).toEqual({ dayu: lists, _entities: [lists] });
    const refused = codes.flatMap(({ name, code }) =>
      code === undefined ? [] : [`dayu.${name} ${code}`, `_entities.0.${name} ${code}`],
    );
    const told = errors.map(({ path, extensions }) => `${path?.join('.')} ${String(extensions['code'])}`);
    expect(told.toSorted()).toEqual(refused.toSorted());
  },
);
