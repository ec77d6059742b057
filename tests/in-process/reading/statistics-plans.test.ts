import type { Actor } from '@mtg/access';
import { loadDistrictSample, loadSample } from '@mtg/sample';
import { Client } from 'pg';
import { definition as dayuDefinition } from '../../../subgraphs/dayu/src';
import { definition as districtDefinition } from '../../../subgraphs/district/src';
import { communitySecretary, officer, peopleOf } from '../../support/actors';
import { preferIndexes, scansOf, statementsOf } from '../../support/query-plans';
import { runsOf } from '../../support/runs';
import { SAMPLE_CLOCK, SAMPLE_YEAR } from '../../support/template-database';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

/**
 * Plans of the statistics on the sample year. Scale 10 takes most of a minute to load, so that only the nightly run does
 * (`SEQUENCES=10`); otherwise scale 1 has to do, with a planner that takes its tables for large ones: one that is still read
 * whole has no index for what is asked. The year asked for is before the sample, as a year is a small part of many.
 */
const SCALE = runsOf(1) >= 10 ? 10 : 1;
const TITLES = { DAYU: '大峪街道', DISTRICT: '门头沟区' };

let dayu: TestSubgraph;
let district: TestSubgraph;
const clients: Partial<Record<'dayu' | 'district', Client>> = {};
beforeAll(async () => {
  const settings = { ...SAMPLE_YEAR, scale: SCALE } as const;
  dayu = await startTestSubgraph(dayuDefinition, { clock: SAMPLE_CLOCK, sample: SCALE === 1 });
  district = await startTestSubgraph(districtDefinition, { clock: SAMPLE_CLOCK });
  if (SCALE > 1) {
    const street = { database: dayu.database, clock: SAMPLE_CLOCK, code: 'DAYU', title: TITLES.DAYU };
    await loadSample(street, settings, () => undefined);
  }
  const ofDistrict = {
    database: district.database,
    clock: SAMPLE_CLOCK,
    code: 'DISTRICT',
    title: TITLES.DISTRICT,
  };
  await loadDistrictSample(ofDistrict, settings, { all: ['DAYU'], streets: ['DAYU'] });
  for (const [name, { store }] of [
    ['dayu', dayu],
    ['district', district],
  ] as const) {
    const client = new Client({ connectionString: store.url });
    clients[name] = client;
    await client.connect();
    await client.query('ANALYZE');
    if (SCALE === 1) await preferIndexes(client);
  }
});
afterAll(async () => {
  await clients.dayu?.end();
  await clients.district?.end();
  await dayu.close();
  await district.close();
});

const { leader, office } = peopleOf('DAYU');
const secretary = communitySecretary('DAYU', '110109001001');

/** Tables with a row for each of a few things of the street or the district, which do not grow with the work. */
const SMALL: ReadonlySet<string> = new Set([
  'functional_center',
  'plain_local_center',
  'community',
  'department_link',
]);

/** Rows from which on reading a table from its beginning to its end is a mistake. */
const MANY = 10_000;

test.each<[string, 'dayu' | 'district', string, Actor]>([
  ['plans', 'dayu', 'planCounts(year: 2024, sample: true) { adopted }', leader],
  ['missing plans', 'dayu', 'missingPlans(year: 2024, sample: true) { period }', leader],
  ['consultations', 'dayu', 'consultationCounts(year: 2024, sample: true) { held }', leader],
  ['departments', 'dayu', 'departmentStatistics(year: 2024, sample: true) { given }', leader],
  ['enforcement', 'dayu', 'enforcementStatistics(year: 2024, sample: true) { actions }', leader],
  [
    'enforcement of a department',
    'dayu',
    'enforcementStatistics(year: 2024, sample: true) { actions }',
    officer('URBAN_MANAGEMENT'),
  ],
  ['funds', 'dayu', 'fundStatistics(year: 2024, sample: true) { spent }', leader],
  ['projects', 'dayu', 'projectSpending(year: 2024, sample: true) { spent }', leader],
  ['key points in progress', 'dayu', 'keyPointProgress(year: 2024, sample: true) { orders }', leader],
  ['projects in progress', 'dayu', 'projectProgress(year: 2024, sample: true) { orders }', leader],
  ['base tasks in progress', 'dayu', 'baseTaskProgress(year: 2024, sample: true) { orders }', leader],
  ['visits to communities', 'dayu', 'visitCoverage(month: "2024-03", sample: true) { visits }', leader],
  ['service projects', 'dayu', 'serviceSpending(year: 2024, sample: true) { spent }', leader],
  ['sentiment', 'dayu', 'sentimentStatistics(year: 2024, sample: true) { logs }', office],
  ['support', 'dayu', 'supportStatistics(year: 2024, sample: true) { raised }', leader],
  ['support of a community', 'dayu', 'supportStatistics(year: 2024, sample: true) { raised }', secretary],
  ['procurement', 'dayu', 'procurementStatistics(year: 2024, sample: true) { projects spent }', leader],
  ['duties', 'dayu', 'duties(sample: true) { rule }', leader],
  [
    'broken rules of a month',
    'dayu',
    'judgements(filter: { period: "2024-03", verdict: BROKEN }) { totalCount }',
    leader,
  ],
  [
    'open findings of a rule',
    'dayu',
    'ruleFindings(filter: { rule: "R16", state: OPEN }) { totalCount }',
    leader,
  ],
  [
    'service projects accepted in a month',
    'dayu',
    'serviceProjects(filter: { acceptedOnFrom: "2024-03-01", acceptedOnTo: "2024-03-31" }) { totalCount }',
    leader,
  ],
  [
    'milestones reached in a month',
    'dayu',
    'serviceMilestones(filter: { reachedOnFrom: "2024-03-01", reachedOnTo: "2024-03-31" }) { totalCount }',
    leader,
  ],
  [
    'mandates revoked in a month',
    'dayu',
    'enforcementMandates(filter: { revocationDateFrom: "2024-03-01", revocationDateTo: "2024-03-31" }) { totalCount }',
    leader,
  ],
  [
    'activities of deputies in a month',
    'dayu',
    'deputyActivities(filter: { dayFrom: "2024-03-01", dayTo: "2024-03-31" }) { totalCount }',
    leader,
  ],
  [
    'entries not verified',
    'dayu',
    'ledgerEntries(filter: { notVerifiedForDays: 300 }) { totalCount }',
    leader,
  ],
  ['budgets', 'district', 'budgetStatistics(year: 2024, sample: true) { left }', office],
  ['transfers', 'district', 'transferStatistics(year: 2024, sample: true) { transferred }', office],
  ['answers to a year', 'district', 'catalogueAnswers(filter: { year: 2024 }) { totalCount }', office],
  ['needs', 'district', 'needStatistics(year: 2024, sample: true) { surveys }', office],
])('statistics of %s read what they count by an index', async (_, name, field, as) => {
  const client = clients[name];
  if (!client) throw new Error('not connected');
  const subgraph = name === 'dayu' ? dayu : district;
  const statements = await statementsOf(async () => {
    const { errors } = await subgraph.ask(`{ ${name} { ${field} } }`, {}, { as });
    expect(errors).toBeUndefined();
  });
  expect(statements).not.toEqual([]);
  const large = await largeTablesOf(client);
  for (const statement of statements) {
    const scans = await scansOf(client, statement);
    const mistaken = scans.filter(({ table, kind, isByIndex }) =>
      SCALE === 1 ? !isByIndex && !SMALL.has(table) : kind === 'Seq Scan' && large.has(table),
    );
    expect({ sql: statement.text, mistaken }).toEqual({ sql: statement.text, mistaken: [] });
  }
});

async function largeTablesOf(client: Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ table: string }>(
    'SELECT relname AS table FROM pg_class WHERE reltuples >= $1',
    [MANY],
  );
  return new Set(rows.map(({ table }) => table));
}
