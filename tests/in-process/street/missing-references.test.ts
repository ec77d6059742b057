import { policyRows, ROLE_ENTRIES, type Actor, type PolicyRow } from '@mtg/access';
import { fixedClock } from '@mtg/governance';
import { definition as districtDefinition } from '../../../subgraphs/district/src';
import { dispatchStage, type DispatchStage } from '../../support/dispatch';
import { EVERYBODY, HERE } from '../../support/everybody';
import { exampleInput } from '../../support/example-input';
import { addressOf, refusalBy } from '../../support/policy-walk';
import { references, type Input } from '../../support/references';
import { withSeenVersion } from '../../support/seen-version';
import { targetFixtures } from '../../support/target-fixtures';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

const NOW = '2026-03-09T02:00:00Z';
let stage: DispatchStage;
let district: TestSubgraph;
beforeAll(async () => {
  district = await startTestSubgraph(districtDefinition, { clock: fixedClock(NOW) });
  stage = await dispatchStage(NOW, { districtUrl: `${district.address}/graphql` });
});
afterAll(async () => {
  await stage?.dayu.close();
  await district?.close();
});

const TODAY = '2026-03-09';

/** Parts that are asked for before a name is looked up, or that hold one. */
const PARTS: Readonly<Record<string, Input>> = {
  convokeMeeting: { agenda: [{ title: '汇报' }] },
  submitDelegation: {
    kind: 'DIRECT_TASK',
    documentNumber: '门司发〔2026〕1号',
    documentTitle: '函',
    documentDate: TODAY,
    legalBasis: '《社区矫正法》',
  },
  charterProject: { goals: '六处', deadline: '2026-12-31' },
  recordVisit: { form: 'CALL', record: '走访', text: '停车难' },
  conveyDocument: {
    issuer: 'DISTRICT_PARTY_COMMITTEE',
    conveyedOn: TODAY,
    title: '通知',
    priorities: '重点',
  },
  recordHighlight: { title: '典型', content: '做法' },
  recordLedgerEntry: { text: '一处', source: '走访', verifiedOn: TODAY },
};

/** Fields of which an object has exactly one. */
const ALONE: Readonly<Record<string, readonly string[]>> = {
  followUpSentimentLog: ['weeklyItemId', 'minutesItemId'],
  recordAttendance: ['unit', 'centerCode'],
  deployDelegation: ['centerCode', 'communityCode'],
  guideDelegation: ['centerCode', 'communityCode'],
  dispatchWorkOrder: ['keyPointId', 'delegationId', 'minutesItemId'],
  draftPersonnelSuggestion: ['attendanceRecordId', 'memberReportId', 'workOrderId'],
};

/** Members of street bodies are appointed by a document of 区委, those of communities by a decision of the committee. */
const OF_THE_OTHER: ReadonlySet<string> = new Set([
  'appointMember:ENLARGED_WORKING_COMMITTEE decisionId',
  'appointMember:ENLARGED_COMMUNITY_PARTY_COMMITTEE approvalId',
]);

/** Names that are looked up among those of another row, where one of elsewhere is as wrong as one that is not there. */
const AMONG: ReadonlySet<string> = new Set(['recordEnforcementAction memberIds.1']);

/** Every command once: of those with variants the first, and both ways to appoint. */
const rows = policyRows().filter(
  ({ command, key }, index, all) =>
    all.findIndex((other) => other.command === command) === index ||
    key === 'appointMember:ENLARGED_COMMUNITY_PARTY_COMMITTEE',
);

/** The same person, with a token for the center, the community or the department that is named. */
function claiming(actor: Actor | undefined, path: string, value: string): Actor | undefined {
  const claim = (['center', 'community', 'department'] as const).find((each) => path === `${each}Code`);
  if (!actor || claim === undefined || !ROLE_ENTRIES[actor.role].required.includes(claim)) return actor;
  return { ...actor, [claim]: value };
}

async function refusals(row: PolicyRow) {
  const { namespace, owner, type } = addressOf(row);
  const subgraph = owner === 'DAYU' ? stage.dayu : district;
  const known = { ...(await targetFixtures(stage, district, row, HERE)), ...PARTS[row.command] };
  const example = await withSeenVersion(subgraph, namespace, type.name, exampleInput(type, known));
  const may = EVERYBODY.find(({ actor }) => refusalBy(row, actor, HERE, owner) === undefined);
  const query = `mutation ($input: ${type.name}!) { ${namespace} { ${row.command}(input: $input) { __typename } } }`;
  const told = [];
  for (const { path, value, input } of references(type, example, ALONE[row.command])) {
    if (OF_THE_OTHER.has(`${row.key} ${path}`)) continue;
    const as = claiming(may?.actor, path, value);
    const { errors = [] } = await subgraph.ask(query, { input }, { as });
    told.push({ path, value, errors });
  }
  return told;
}

let tried = 0;
test.each(rows.map((row) => ({ key: row.key, row })))(
  '$key is refused by the field that names nothing',
  async ({ row }) => {
    for (const { path, value, errors } of await refusals(row)) {
      tried += 1;
      const [refusal] = errors;
      expect({ path, errors: errors.length }).toEqual({ path, errors: 1 });
      // A rule says which part is missing; any other answer repeats the name.
      if (refusal?.extensions['code'] === 'RULE_VIOLATION') {
        expect(refusal.extensions['missing']).toContain(path);
        continue;
      }
      const code = AMONG.has(`${row.key} ${path}`) ? 'BAD_USER_INPUT' : 'NOT_FOUND';
      expect(refusal).toMatchObject({
        message: expect.stringContaining(value) as unknown,
        extensions: { code, field: `input.${path}` },
      });
    }
  },
  60_000,
);

test('more than two hundred references were tried', () => {
  expect(tried).toBeGreaterThan(200);
});
