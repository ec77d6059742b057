import { checkCadence } from '../../../packages/street/src/cadence/sweep';
import { profile } from '../../../subgraphs/dayu/src';
import { people } from '../../support/dispatch';
import { judgedSince } from '../../support/judged';
import { csv, pastYears } from '../../support/past-years';

const { theStage, load, rows, count } = pastYears();

const VISIT = {
  day: '2026/3/3',
  center: 'HEALTH',
  community: '龙山一区',
  person: 'wang',
  form: 'CALL',
  record: '走访三户',
  log: '路灯不亮',
};

test('show when they happened, when the plan was made and that they were recorded late, by the visitor', async () => {
  const planned = { ...VISIT, planned_on: '2026-03-02', route: '东边', actions: '查消防' };
  expect(await load('visits', csv([planned]))).toMatchObject({ inserted: 1 });
  const query = `{ dayu { communityVisits { nodes { day staffSubject recordedLate createdAt
      plan { recordedLate createdAt importedAt } sentimentLogs { authorSubject } } } } }`;
  const visitor = { subject: 'wang', role: 'CENTER_HEAD', street: 'DAYU', center: 'HEALTH' } as const;
  const { data } = await theStage().dayu.ask(query, {}, { as: visitor });
  const imported = '2027-01-11T02:00:00.000Z';
  expect(data).toEqual({
    dayu: {
      communityVisits: {
        nodes: [
          {
            day: '2026-03-03',
            staffSubject: 'wang',
            recordedLate: true,
            createdAt: imported,
            plan: { recordedLate: true, createdAt: '2026-03-01T16:00:00.000Z', importedAt: imported },
            sentimentLogs: [{ authorSubject: 'wang' }],
          },
        ],
      },
    },
  });
  const [entry] = await rows(`SELECT actor, command, cardinality(targets) AS n FROM audit_entry`);
  expect(entry).toEqual({ actor: 'os:importer', command: 'importVisits', n: 4 });
});

test.each([
  ['of a day to come', { day: '2027-01-12' }, '2 day: 2027-01-12 晚于今天'],
  ['of no day', { day: '三月' }, '2 day: “三月”不是日期'],
  ['without a day', { day: '' }, '2 day: 没有日期'],
  ['without a record', { record: '' }, '2 record: R24：没有走访记录'],
  ['without a log', { log: '' }, '2 log: R24：没有民情日志'],
  ['without a form', { form: '' }, '2 form: R24：没有写明进社区的形式'],
  ['of another form', { form: '电话' }, '2 form: “电话”不在可填的值之中'],
  ['without a visitor', { person: '' }, '2 person: 没有填写'],
  ['in an unknown community', { community: '石厂街' }, '2 community: 本街道没有社区“石厂街”'],
  ['of an unknown center', { center: '健身中心' }, '2 center: 本街道没有中心“健身中心”'],
  ['planned after it', { planned_on: '2026-03-04', route: '东', actions: '查' }, '2 planned_on: R24：计划'],
  ['planned on its day', { planned_on: '2026-03-03', route: '东', actions: '查' }, '2 planned_on: R24：计划'],
  ['with a plan without a route', { planned_on: '2026-03-02', actions: '查' }, '2 route: R24：'],
  ['with a formula', { record: '=1+1' }, '2 record: '],
])('are refused %s, with line, column and correction, and nothing is written', async (_, change, problem) => {
  const good = { ...VISIT, day: '2026-03-05' };
  const problems = await load('visits', csv([{ ...VISIT, ...change }, good]));
  expect(problems).toEqual([expect.stringContaining(problem)]);
  expect(
    await count('community_visit', 'visit_record', 'visit_plan', 'imported_entry', 'audit_entry'),
  ).toEqual([0, 0, 0, 0, 0]);
});

test('twice in a file, or imported before with other words, are refused', async () => {
  expect(await load('visits', csv([VISIT, { ...VISIT, day: '2026-03-03', log: '停车' }]))).toEqual([
    expect.stringContaining('3 day: 与第 2 行是同一人同日在同一社区的走访'),
  ]);
  expect(await load('visits', csv([VISIT]))).toMatchObject({ inserted: 1 });
  expect(await load('visits', csv([{ ...VISIT, log: '停车' }]))).toEqual([
    expect.stringContaining('2 day: 此项已导入，内容不同'),
  ]);
  expect(await count('community_visit')).toEqual([1]);
});

test('name people as the register does; namesakes are told apart by their subjects', async () => {
  for (const subject of ['wang', 'wang-2']) {
    const person = { name: '王敏', subject, since: '2026-01-05' };
    await theStage().must('registerPerson', person, people.clerk, 'person { id }');
  }
  const visits = csv([
    { ...VISIT, person: '王敏' },
    { ...VISIT, person: '李强' },
    { ...VISIT, person: 'wang-2' },
  ]);
  expect(await load('visits', visits)).toEqual([
    expect.stringContaining('2 person: 名册中有几个“王敏”，请改填人员标识：wang、wang-2'),
    expect.stringContaining('3 person: 人员名册中没有“李强”'),
  ]);
});

test('a dry run says what it would write, and writes nothing', async () => {
  expect(await load('visits', csv([VISIT]), { dryRun: true })).toMatchObject({ inserted: 1 });
  expect(await count('community_visit', 'imported_entry', 'audit_entry')).toEqual([0, 0, 0]);
});

test('with a plan that the file states count for R24 only where the street takes such plans', async () => {
  const planned = { planned_on: '2026-03-01', route: '东边', actions: '查消防' };
  const days = ['2026-03-03', '2026-03-04', '2026-03-05'].map((day) => ({ ...VISIT, day, ...planned }));
  expect(await load('visits', csv(days))).toMatchObject({ inserted: 3 });
  const judged = async (takesStatedPlans?: boolean) => {
    const street = {
      ...profile,
      visits: { ...profile.visits, ...(takesStatedPlans && { takesStatedPlans }) },
    };
    const { dayu, clock } = theStage();
    await checkCadence(dayu.runtime.manager, clock.now(), street, judgedSince('2026-01-01'));
    const [row] = await rows(
      `SELECT verdict, late, reason FROM judgement WHERE rule = 'R24' AND period = '2026-W10' AND subject = 'HEALTH/wang'`,
    );
    return row;
  };
  expect(await judged()).toMatchObject({
    verdict: 'BROKEN',
    reason: expect.stringMatching(
      /进社区0天[^]*其中 2026-03-03、2026-03-04、2026-03-05 的计划是事后补充说明的[^]*Plans were stated afterwards/u,
    ),
  });
  expect(await judged(true)).toEqual({ verdict: 'KEPT', late: true, reason: null });
});
