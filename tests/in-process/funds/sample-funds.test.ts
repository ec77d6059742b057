import { fenOf, fixedClock } from '@mtg/governance';
import { loadDistrictSample, loadSample, removeDistrictSample } from '@mtg/sample';
import { peopleOf } from '../../support/actors';
import { fundsStage, type FundsStage } from '../../support/funds';

const NOW = '2026-11-23T02:00:00Z';
const SETTINGS = { scale: 1, seed: 1, until: '2026-11-23' } as const;
const ALL = { all: ['DAYU', 'CHENGZI', 'DONGXINFANG', 'DATAI'], streets: ['DAYU'] };
const office = { as: peopleOf('DAYU').office };

let stage: FundsStage;
const ofDistrict = () => ({
  database: stage.district.database,
  clock: fixedClock(NOW),
  code: 'DISTRICT',
  title: '门头沟区',
});
beforeAll(async () => {
  stage = await fundsStage(fixedClock(NOW));
  const ofStreet = { database: stage.dayu.database, clock: fixedClock(NOW), code: 'DAYU', title: '大峪街道' };
  await loadSample(ofStreet, SETTINGS, () => undefined);
  expect(await loadDistrictSample(ofDistrict(), SETTINGS, ALL)).toBeGreaterThan(10);
});
afterAll(() => stage.close());

const statistics = async () => {
  const { data: district } = await stage.district.ask(
    `{ district { budgetStatistics(sample: true) { year budgeted committed left }
       transferStatistics(sample: true) { year kind transferred acknowledged recalled } } }`,
    {},
    office,
  );
  const { data: street } = await stage.dayu.ask(
    `{ dayu { fundStatistics(sample: true) { year kind acknowledged givenBack spent left }
       projectSpending(sample: true) { project { sample } spent orders verifiedOrders }
       serviceSpending(sample: true) { serviceProject { state } amount spent milestones reachedMilestones } } }`,
    {},
    office,
  );
  return {
    ...(district as { district: Record<string, Record<string, string>[]> }).district,
    ...(street as { dayu: Record<string, Record<string, string>[]> }).dayu,
  };
};

test('the sample years of the district and of a street are two books that agree', async () => {
  const { budgetStatistics, transferStatistics, fundStatistics, projectSpending, serviceSpending } =
    await statistics();
  expect(
    transferStatistics?.map(({ year, kind, acknowledged, recalled }) => [year, kind, acknowledged, recalled]),
  ).toEqual(
    fundStatistics?.map(({ year, kind, acknowledged, givenBack }) => [year, kind, acknowledged, givenBack]),
  );
  expect(budgetStatistics).toHaveLength(fundStatistics?.length ?? 0);
  for (const { spent, acknowledged } of fundStatistics ?? []) {
    expect(Number(spent)).toBeGreaterThan(Number(acknowledged) / 4);
  }
  expect(projectSpending?.some(({ orders }) => Number(orders) > 0)).toBe(true);
  expect(serviceSpending?.length).toBeGreaterThan(5);
  for (const { amount, spent, milestones, reachedMilestones } of serviceSpending ?? []) {
    expect(Number(spent)).toBeLessThanOrEqual(Number(amount));
    expect([milestones, reachedMilestones]).toEqual([2, 2]);
  }
  // All that was spent was spent on either.
  const sum = (rows: readonly Record<string, string>[] = []): bigint =>
    rows.reduce((all, { spent = '' }) => all + fenOf(spent), 0n);
  expect(sum(projectSpending) + sum(serviceSpending)).toBe(sum(fundStatistics));
});

test('the sample fills every table of the district that can hold sample rows', async () => {
  const { database } = stage.district;
  const tables: readonly { name: string }[] = await database.query(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'sample' ORDER BY 1`,
  );
  // Approvals are verified documents, judgement begins on a real day, and what people did is theirs.
  const real = new Set(['approval', 'audit_entry', 'judgement_start']);
  const ofSample = tables.map(({ name }) => name).filter((name) => !real.has(name));
  expect(ofSample).toEqual(expect.arrayContaining(['appraisal_day', 'appraisal_result', 'fund_transfer']));
  for (const name of ofSample) {
    // oxlint-disable-next-line no-await-in-loop
    const [row] = await database.query(`SELECT count(*)::int AS count FROM "${name}" WHERE sample`);
    expect([name, row.count > 0]).toEqual([name, true]);
  }
});

test('members are reported on with the result of the sample’s review, whose appraisal followed the report', async () => {
  const rows = await stage.dayu.database.query(
    'SELECT DISTINCT appraisal_result_id AS id, year FROM member_performance_report WHERE sample',
  );
  expect(rows).toHaveLength(1);
  expect(
    await stage.district.database.query(
      'SELECT id, year FROM appraisal_result WHERE scheme = $1 AND id = $2',
      ['四评一创', rows[0].id],
    ),
  ).toEqual(rows);
  const [{ day }] = await stage.district.database.query('SELECT day::text FROM appraisal_day WHERE sample');
  const [report] = await stage.dayu.database.query('SELECT handed_in_on::text AS on FROM department_report');
  expect(report.on < day).toBe(true);
});

test('services of the sample year are procured by the catalogue, and paid', async () => {
  const { data: ofDistrict } = await stage.district.ask(
    '{ district { needStatistics(sample: true) { surveys surveyedNeeds catalogueNeeds restingOnSurveyedNeeds } } }',
    {},
    office,
  );
  const { needStatistics } = (ofDistrict as { district: { needStatistics: Record<string, number>[] } })
    .district;
  expect(needStatistics.length).toBeGreaterThan(1);
  for (const { surveys, surveyedNeeds = 0, catalogueNeeds = 0 } of needStatistics) {
    expect([surveys, surveyedNeeds > 0, catalogueNeeds > 0]).toEqual([1, true, true]);
  }
  const { data: ofStreet } = await stage.dayu.ask(
    '{ dayu { procurementStatistics(sample: true) { proposed projects evaluated agreed spent } } }',
    {},
    office,
  );
  const { procurementStatistics } = (
    ofStreet as { dayu: { procurementStatistics: Record<string, number | string>[] } }
  ).dayu;
  const sumOf = (name: string): number =>
    procurementStatistics.reduce((sum, each) => sum + Number(each[name]), 0);
  const [known] = await stage.dayu.store.query(
    `SELECT (SELECT count(*) FROM service_project)::int AS projects, (SELECT sum(amount) FROM service_project)::float AS agreed,
       (SELECT count(*) FROM need_proposal)::int AS proposed,
       (SELECT sum(amount) FROM expenditure WHERE service_project_id IS NOT NULL)::float AS spent`,
  );
  expect(sumOf('evaluated')).toBeGreaterThan(0);
  expect(sumOf('spent')).toBeGreaterThan(0);
  expect({
    proposed: sumOf('proposed'),
    projects: sumOf('projects'),
    agreed: sumOf('agreed'),
    spent: sumOf('spent'),
  }).toEqual({
    proposed: known?.['proposed'],
    projects: known?.['projects'],
    agreed: expect.closeTo(Number(known?.['agreed']), 2),
    spent: expect.closeTo(Number(known?.['spent']), 2),
  });
});

test('orders and service projects are paid for too, once they are done, and at no moment more than there was', async () => {
  const ask = (sql: string) => stage.dayu.store.query(sql);
  const [paid] = await ask(`SELECT count(project_id)::int AS projects, count(work_order_id)::int AS orders,
    count(service_project_id)::int AS services FROM expenditure`);
  for (const [what, number] of Object.entries(paid ?? {})) {
    expect({ what, some: Number(number) > 0 }).toEqual({ what, some: true });
  }
  expect(
    await ask(`SELECT e.id FROM expenditure e LEFT JOIN work_order o ON o.id = e.work_order_id
      LEFT JOIN service_project p ON p.id = e.service_project_id
      WHERE o.state <> 'CLOSED' OR p.accepted_on IS NULL AND p.id IS NOT NULL OR p.accepted_on > e.paid_on OR e.amount > p.amount`),
  ).toEqual([]);
  expect(
    await ask(`WITH moved AS (
        SELECT receipt_id, created_at, amount FROM expenditure UNION ALL
        SELECT receipt_id, created_at, amount FROM fund_recall_answer WHERE outcome = 'AGREED'),
      spent AS (SELECT receipt_id, sum(amount) OVER (PARTITION BY receipt_id ORDER BY created_at) AS amount FROM moved)
      SELECT receipt.id FROM spent JOIN fund_receipt receipt ON receipt.id = spent.receipt_id
      WHERE spent.amount > receipt.amount`),
  ).toEqual([]);
});

test('sample funds are no real ones, and are reconciled with no other side', async () => {
  expect(await stage.reconcile()).toEqual([]);
  const { data } = await stage.district.ask('{ district { budgetStatistics { year } } }', {}, office);
  expect(data).toEqual({ district: { budgetStatistics: [] } });
});

test('what the sample of a street cites of organizations and needs is in the district’s sample', async () => {
  const known = await stage.district.store.query(
    `SELECT id FROM procurement_need UNION ALL SELECT id FROM social_organization`,
  );
  const ids = new Set(known.map(({ id }) => id));
  const cited = await stage.dayu.store.query(
    `SELECT need_id AS id FROM service_project UNION SELECT organization_id FROM service_project
     UNION SELECT organization_id FROM organization_link`,
  );
  expect(cited.length).toBeGreaterThan(5);
  expect(cited.filter(({ id }) => !ids.has(id))).toEqual([]);
});

test('they are loaded once, and removed without a trace', async () => {
  expect(await loadDistrictSample(ofDistrict(), SETTINGS, ALL)).toBe(0);
  expect(await removeDistrictSample(ofDistrict(), ['DAYU'])).toBeGreaterThan(10);
  const [row] = await stage.district.store.query(
    'SELECT (SELECT count(*) FROM budget)::int + (SELECT count(*) FROM procurement_catalogue)::int AS rows',
  );
  expect(row).toEqual({ rows: 0 });
});
