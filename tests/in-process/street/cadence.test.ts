import { localDay } from '@mtg/governance';
import { cadenceTask, checkCadence } from '../../../packages/street/src/cadence/sweep';
import { definition, profile } from '../../../subgraphs/dayu/src';
import { centerHead, centerStaff, peopleOf } from '../../support/actors';
import { give, type Selected } from '../../support/commands';
import { judgedSince } from '../../support/judged';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

const people = peopleOf('DAYU');
let dayu: TestSubgraph;
/** The first day of work, from which the street is judged. */
let since = '';
let now = new Date();
const at = (shanghai: string) => (now = new Date(`${shanghai}+08:00`));

beforeEach(async () => {
  since = '';
  dayu = await startTestSubgraph(definition, { clock: { now: () => now } });
});
afterEach(() => dayu.close());

const run = async (command: string, input: object, selection: string, as = people.dispatcher as never) => {
  const { payload, errors } = await give(dayu, 'dayu', command, input as never, selection, { as });
  expect(errors).toEqual([]);
  return payload ?? {};
};
const sweep = (as = profile) =>
  checkCadence(dayu.runtime.manager, now, as, since === '' ? undefined : judgedSince(since));
const findings = () =>
  dayu.store.query('SELECT rule, period, subject, state FROM rule_finding ORDER BY rule, period, subject');
/** Without those of R24, which every center has in a week in which it plans nothing. */
const otherFindings = async () => (await findings()).filter(({ rule }) => rule !== 'R24');

/** The first command, from which on the street is judged. */
const beginWork = () => {
  if (since === '') since = localDay(now);
  return run(
    'convokeMeeting',
    { kind: 'WEEKLY', title: '周例会', scheduledAt: now.toISOString() },
    'meeting { id }',
  );
};
async function holdWeekly(reporting: readonly string[]) {
  const { meeting } = await beginWork();
  await run('openMeeting', { meetingId: meeting.id }, 'meeting { id }');
  for (const center of reporting) {
    await run(
      'recordCenterReport',
      {
        meetingId: meeting.id,
        centerCode: center,
        thisWeek: '完成',
        nextWeek: '继续',
        communityMatters: '无',
      },
      'centerReport { id }',
      centerHead('DAYU', center) as never,
    );
  }
  const records = SIX.filter((center) => !reporting.includes(center)).map((centerCode) => ({
    centerCode,
    attendance: 'ABSENT',
    reason: '外出培训',
  }));
  if (records.length > 0) await run('recordAttendance', { meetingId: meeting.id, records }, 'meeting { id }');
  await run('closeMeeting', { meetingId: meeting.id }, 'meeting { state }');
}
const SIX = [
  'HEALTH',
  'CULTURE_EDUCATION',
  'CIVIL_AFFAIRS',
  'URBAN_MANAGEMENT',
  'SOCIAL_MOBILIZATION',
  'PUBLIC_SECURITY',
];

test('before the district has set a day nothing is judged, and each row says so', async () => {
  at('2026-11-23T09:00:00');
  expect(await sweep()).toEqual([]);
  await beginWork();
  since = '';
  await sweep();
  expect(await findings()).toEqual([]);
  expect(
    await dayu.store.query(
      `SELECT DISTINCT verdict, reason FROM judgement WHERE due_on < '2026-11-23' OR status = 'EXCUSED' ORDER BY 1`,
    ),
  ).toEqual([
    { verdict: 'NOT_JUDGED', reason: expect.stringContaining('区里没有确定本街道的考核起始日') },
    { verdict: null, reason: expect.stringContaining('区里没有确定本街道的考核起始日') },
  ]);
  expect(await sweep()).toEqual([]);
});

test('a quarter without a joint meeting is found from its first day after, once, and never twice', async () => {
  at('2026-06-30T09:00:00');
  await beginWork();
  at('2026-09-30T23:59:59');
  await sweep();
  expect((await findings()).filter(({ rule }) => rule === 'R02')).toEqual([]);
  at('2026-10-01T00:00:00');
  expect((await sweep()).length).toBeGreaterThan(0);
  const found = [{ rule: 'R02', period: '2026-Q3', subject: 'DAYU', state: 'OPEN' }];
  expect((await findings()).filter(({ rule }) => rule === 'R02')).toEqual(found);
  expect(await sweep()).toEqual([]);
});

test('the week ends at midnight in Asia/Shanghai; a week with all six reports is kept, one report short is not', async () => {
  at('2026-11-15T12:00:00');
  await beginWork();
  at('2026-11-18T09:00:00');
  await holdWeekly(SIX);
  at('2026-11-25T09:00:00');
  await holdWeekly(SIX.slice(1));
  at('2026-11-29T23:59:59');
  await sweep();
  expect(await otherFindings()).toEqual([]);
  const duties = async (more: string) => {
    const query = `{ dayu { duties(${more}) { rule period dueOn remindOn reason } } }`;
    const answer = await dayu.ask(query, {}, { as: people.dispatcher });
    return (answer.data as Selected)['dayu'].duties.filter(({ rule }: Selected) => rule === 'R21');
  };
  const missing = expect.stringContaining('街道健康服务中心');
  const due = {
    rule: 'R21',
    period: '2026-W48',
    dueOn: '2026-11-29',
    remindOn: '2026-11-22',
    reason: missing,
  };
  expect(await duties('status: DUE')).toEqual([due]);
  expect(await duties('status: DUE, reminded: true')).toEqual([due]);
  expect(await duties('status: MET')).toEqual([
    expect.objectContaining({ period: '2026-W47', reason: null }),
  ]);
  at('2026-11-30T00:00:00');
  await sweep();
  expect(await otherFindings()).toEqual([
    { rule: 'R21', period: '2026-W48', subject: 'DAYU', state: 'OPEN' },
  ]);
  const { data } = await dayu.ask(
    '{ dayu { ruleFindings(filter: { rule: "R21" }) { nodes { period message governanceRule { code } } } } }',
    {},
    { as: people.office },
  );
  const [finding] = (data as Selected)['dayu'].ruleFindings.nodes;
  expect(finding.message).toContain('街道健康服务中心');
  expect(finding.governanceRule).toEqual({ code: 'R21' });
  const judged = await dayu.ask(
    `{ dayu { judgements(filter: { rule: "R21", verdict: KEPT }) {
      nodes { period status late counted countedDays center { code } facts { typeName title } } } } }`,
    {},
    { as: people.leader },
  );
  expect((judged.data as Selected)['dayu'].judgements.nodes).toEqual([
    {
      period: '2026-W47',
      status: 'MET',
      late: false,
      counted: 7,
      countedDays: ['2026-11-18'],
      center: { code: 'GENERAL_AFFAIRS' },
      facts: [
        { typeName: 'Meeting', title: '周例会' },
        ...SIX.map((title) => ({ typeName: 'CenterReport', title })),
      ],
    },
  ]);
  const forStaff = await dayu.ask(
    '{ dayu { ruleFindings { totalCount } } }',
    {},
    { as: centerStaff('DAYU', 'HEALTH') },
  );
  expect(forStaff.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});

test('a center that plans nothing is found as a whole: missing plans do not hide its staff', async () => {
  at('2026-11-15T12:00:00');
  await beginWork();
  at('2026-11-16T12:00:00');
  await run(
    'planVisit',
    {
      centerCode: 'HEALTH',
      day: '2026-11-18',
      communityCodes: ['110109001005'],
      people: ['ann'],
      route: '东边',
      actions: '走访',
    },
    'visitPlan { id }',
    centerHead('DAYU', 'HEALTH') as never,
  );
  at('2026-11-23T00:00:00');
  await sweep();
  const found = (await findings()).filter(({ rule }) => rule === 'R24');
  expect(found).toEqual(
    ['GENERAL_AFFAIRS', 'HEALTH/ann', ...SIX.slice(1)]
      .toSorted()
      .map((subject) => ({ rule: 'R24', period: '2026-W47', subject, state: 'OPEN' })),
  );
});

test('every round that finds something is on record, as the platform’s own', async () => {
  at('2026-11-10T12:00:00');
  await beginWork();
  at('2026-11-23T00:00:00');
  const context = { database: dayu.runtime, clock: { now: () => now }, owner: 'DAYU', logger: console };
  await cadenceTask(60, profile).run(context);
  await cadenceTask(60, profile).run(context);
  const rows = await dayu.store.query(
    `SELECT actor, role, outcome, cardinality(targets) > 8 AS n FROM audit_entry WHERE command = 'checkCadence'`,
  );
  expect(rows).toEqual([{ actor: 'system', role: null, outcome: 'ALLOWED', n: true }]);
});

test('a progress meeting is held and closed in the last working week of a month, found from the Monday after (R20)', async () => {
  at('2026-02-01T09:00:00');
  await beginWork();
  const ofR20 = async () => {
    await sweep();
    return (await findings())
      .filter(({ rule }) => rule === 'R20')
      .map(({ period, state }) => `${String(period)} ${String(state)}`);
  };
  // The last week of March ends in April.
  at('2026-03-01T23:59:59');
  expect(await ofR20()).toEqual([]);
  at('2026-03-02T00:00:00');
  expect(await ofR20()).toEqual(['2026-02 OPEN']);
  at('2026-04-03T09:00:00');
  const convoke = { kind: 'MONTHLY_PROGRESS', title: '月推进会', scheduledAt: now.toISOString() };
  const { meeting } = await run('convokeMeeting', convoke, 'meeting { id }');
  await run('openMeeting', { meetingId: meeting.id }, 'meeting { id }');
  at('2026-04-06T00:00:00');
  expect(await ofR20()).toEqual(['2026-02 OPEN', '2026-03 OPEN']);
  const records = ['GENERAL_AFFAIRS', ...SIX].map((centerCode) => ({
    centerCode,
    attendance: 'ABSENT',
    reason: '另有任务',
  }));
  await run('recordAttendance', { meetingId: meeting.id, records }, 'meeting { id }');
  await run('closeMeeting', { meetingId: meeting.id }, 'meeting { id }');
  expect(await ofR20()).toEqual(['2026-02 OPEN', '2026-03 RESOLVED']);
});

test('a ledger entry that was not verified for the days that a street sets is found, and resolved when it is verified (R27)', async () => {
  const setting = { ...profile, ledger: { notVerifiedForDays: 30 } };
  const staff = centerStaff('DAYU', 'HEALTH') as never;
  const ofR27 = async () => {
    await sweep(setting);
    return (await findings())
      .filter(({ rule }) => rule === 'R27')
      .map(({ period, subject, state }) => [period, subject, state].join(' '));
  };
  at('2026-09-20T09:00:00');
  since = '2026-09-20';
  const record = (text: string, verifiedOn: string) =>
    run(
      'recordLedgerEntry',
      {
        centerCode: 'HEALTH',
        communityCode: '110109001001',
        kind: 'RESOURCE',
        text,
        source: '走访',
        verifiedOn,
      },
      'ledgerEntry { id }',
      staff,
    );
  const first = await record('药店', '2026-09-01');
  await record('卫生站', '2026-09-20');
  at('2026-09-30T23:59:59');
  expect(await ofR27()).toEqual([]);
  at('2026-10-01T00:00:00');
  // Without a number of its own a street has no such duty.
  await sweep();
  expect((await findings()).filter(({ rule }) => rule === 'R27')).toEqual([]);
  expect(await ofR27()).toEqual(['2026-10 HEALTH OPEN']);
  expect(await sweep(setting)).toEqual([]);
  const { data } = await dayu.ask(
    `{ dayu {
      ledgerEntries(filter: { notVerifiedForDays: 30 }) { nodes { text } }
      ruleFindings(filter: { rule: "R27" }) { nodes { message } } } }`,
    {},
    { as: people.office },
  );
  const { ledgerEntries, ruleFindings } = (data as Selected)['dayu'];
  expect(ledgerEntries.nodes).toEqual([{ text: '药店' }]);
  expect(ruleFindings.nodes[0].message).toContain('街道健康服务中心台账中德露苑社区居委会的服务资源“药店”');
  // Long after, so that no look back at past months would find it again.
  at('2028-01-10T09:00:00');
  const found = await dayu.store.query(`SELECT message FROM rule_finding WHERE rule = 'R27'`);
  expect(String(found[0]?.['message'])).not.toContain('卫生站');
  await run(
    'verifyLedgerEntry',
    { ledgerEntryId: first['ledgerEntry'].id, expectedVersion: 1, verifiedOn: '2028-01-10' },
    'ledgerEntry { id }',
    staff,
  );
  await dayu.store.query(`UPDATE ledger_entry SET deleted_at = updated_at WHERE text = '卫生站'`);
  expect(await ofR27()).toEqual(['2026-10 HEALTH RESOLVED']);
});
