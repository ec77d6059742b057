import { FIRST_DAYS } from '../../../packages/street/src/cadence/first-days';
import { checkCadence } from '../../../packages/street/src/cadence/sweep';
import { profile } from '../../../subgraphs/dayu/src';
import { centerHead } from '../../support/actors';
import { judgedSince } from '../../support/judged';
import { people, yearStage, type YearStage } from '../../support/year/stage';

const head = centerHead('DAYU', 'HEALTH');

/** A sweep looks at what may have changed since the last: nothing, the recent periods, or all. */
let stage: YearStage;
beforeEach(async () => {
  stage = await yearStage('2026-01-01');
  const link = { centerCode: 'HEALTH', departmentCode: 'JUSTICE', matters: '普法', since: '2026-01-01' };
  await stage.step('linkDepartment', link, head);
  stage.on('2026-10-20');
  await stage.findings();
  expect(await counted('2026-02')).toBe(0);
});
afterEach(() => stage.close());

/** Number of facts that the judgement of the consultations of a month counts. */
async function counted(month: string): Promise<unknown> {
  const [row] = await stage.dayu.store.query(
    `SELECT counted FROM judgement WHERE rule = 'R18' AND subject = 'HEALTH/JUSTICE' AND period = '${month}'`,
  );
  return row?.['counted'];
}
const consult = async (consultedOn: string) => {
  const [link] = await stage.dayu.store.query('SELECT id FROM department_link');
  const record = { participants: ['王敏'], matters: '矫正', conclusions: ['走访'] };
  await stage.step('recordConsultation', { departmentLinkId: link?.['id'], consultedOn, ...record }, head);
};
/** Adds a consultation past all commands: a sweep that does not look there does not see it. */
const slipIn = (day: string) =>
  stage.dayu.store.query(
    `INSERT INTO consultation (id, created_at, updated_at, link_id, center_code, department_code, state, month, consulted_on,
       participants, matters, recorder)
     SELECT gen_random_uuid(), now(), now(), id, 'HEALTH', 'JUSTICE', 'RECORDED', left('${day}', 7), '${day}', ARRAY['王敏'], '矫正', 'head'
     FROM department_link`,
  );
const convoke = () =>
  stage.step(
    'convokeMeeting',
    { kind: 'WEEKLY', title: '周例会', scheduledAt: stage.instant() },
    people.dispatcher,
  );

test('a late record in an old period is seen, and old periods are looked at with it', async () => {
  await slipIn('2026-03-10');
  await consult('2026-02-10');
  await stage.findings();
  expect([await counted('2026-02'), await counted('2026-03')]).toEqual([1, 1]);
});

test('after another command the recent periods are looked at, and the old stay as they were judged', async () => {
  await slipIn('2026-09-01');
  await slipIn('2026-03-10');
  await convoke();
  await stage.findings();
  expect([await counted('2026-09'), await counted('2026-03')]).toEqual([1, 0]);
});

test('where nothing was done since the last sweep, the next looks at nothing, until the day ends', async () => {
  await slipIn('2026-10-13');
  await stage.findings();
  expect(await counted('2026-10')).toBe(0);
  stage.on('2026-10-21', '00:00');
  await slipIn('2026-03-10');
  await stage.findings();
  expect([await counted('2026-10'), await counted('2026-03')]).toEqual([1, 1]);
});

test('when the district says something else, all is looked at', async () => {
  await slipIn('2026-03-10');
  const day = { year: 2026, day: '2026-12-10' };
  await stage.districtDoes('setAppraisalDay', day, people.office, '__typename');
  await stage.findings();
  expect(await counted('2026-03')).toBe(1);
});

test('a sweep that fails has seen nothing', async () => {
  await slipIn('2026-09-01');
  await convoke();
  await stage.dayu.store.query('ALTER TABLE judgement RENAME TO elsewhere');
  await expect(stage.findings()).rejects.toThrow('judgement');
  await stage.dayu.store.query('ALTER TABLE elsewhere RENAME TO judgement');
  await stage.findings();
  expect(await counted('2026-09')).toBe(1);
});

/** Tables that are looked at in every sweep, or whose rows come with one that is listed. */
const OTHERS = [
  'audit_entry',
  'community',
  'functional_center',
  'finding_answer',
  'judgement',
  'ledger_entry',
  'local_center',
  'rule_finding',
  // Written with the centers that they add and close.
  'committee_decision',
  // Written with their orders.
  'feedback_report',
  'work_order_event',
];

test('each table that a sweep reads tells the first day that its rows are about', async () => {
  const runner = stage.dayu.runtime.createQueryRunner();
  const read = new Set<string>();
  const query = runner.query.bind(runner);
  runner.query = (sql: string, ...more: never[]) => {
    for (const [, table = ''] of sql.matchAll(/(?:FROM|JOIN|INTO|UPDATE) "?([a-z_]+)"?/gu)) read.add(table);
    return query(sql, ...more);
  };
  const setting = { ...profile, ledger: { notVerifiedForDays: 30 } };
  await checkCadence(runner.manager, new Date('2026-10-20T01:00:00Z'), setting, judgedSince('2026-01-01'));
  await runner.release();
  const tables = await stage.dayu.store.query(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  const known = new Set([...Object.keys(FIRST_DAYS), ...OTHERS]);
  expect(
    [...read].filter((name) => tables.some((table) => table['name'] === name) && !known.has(name)),
  ).toEqual([]);
  expect(read).toContain('community_visit');
  expect(read).toContain('deputy_report');
});
