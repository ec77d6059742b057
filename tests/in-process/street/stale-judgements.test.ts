import { checkCadence } from '../../../packages/street/src/cadence/sweep';
import { profile } from '../../../subgraphs/dayu/src';
import { centerHead, centerStaff } from '../../support/actors';
import { judgedSince } from '../../support/judged';
import { COMMUNITY, people, yearStage, type YearStage } from '../../support/year/stage';

const { clerk, office, leader } = people;
const head = centerHead('DAYU', 'HEALTH');

/** A subject that vanished, or is not asked any more, is not judged, with the reason, and its finding is resolved. */
let stage: YearStage;
beforeEach(async () => {
  stage = await yearStage('2026-01-01');
});
afterEach(() => stage.close());

/** Judgements of a rule on a subject, `2026-01 BROKEN`. */
async function judged(rule: string, subject: string): Promise<readonly string[]> {
  await stage.findings();
  const rows = await stage.dayu.store.query(
    `SELECT period, coalesce(verdict, status) AS verdict FROM judgement WHERE rule = '${rule}' AND subject = '${subject}'
     ORDER BY period`,
  );
  return rows.map(({ period, verdict }) => [period, verdict].join(' '));
}
const reason = async (rule: string, subject: string, period: string): Promise<unknown> =>
  (
    await stage.dayu.store.query(
      `SELECT reason FROM judgement WHERE rule = '${rule}' AND subject = '${subject}' AND period = '${period}'`,
    )
  )[0]?.['reason'];
/** States of the findings of a rule on a subject, by their periods. */
const found = async (rule: string, subject: string): Promise<readonly string[]> =>
  (await stage.findings({ of: rule }))
    .map((each) => each.split(' '))
    .filter(([, , of]) => of === subject)
    .map(([, period, , state]) => `${period} ${state}`);

let serial = 0;
const decision = (decidedAt: string) => ({
  decision: { number: `大峪工委〔2026〕中心${(serial += 1)}号`, decidedAt, summary: '同意' },
});
const OLD_TOWN = { code: 'OLD_TOWN', name: '老城服务中心', functionText: '服务老城居民' };
const addCenter = (decidedAt: string) =>
  stage.step('addLocalCenter', { ...OLD_TOWN, ...decision(decidedAt) }, clerk);
const closeCenter = (decidedAt: string) =>
  stage.step('closeLocalCenter', { centerCode: 'OLD_TOWN', ...decision(decidedAt) }, clerk);

test('an added center is judged for the whole periods from its decision on, and not for those before', async () => {
  stage.on('2026-03-09');
  await addCenter('2026-03-08T16:00:00Z');
  stage.on('2026-05-01');
  for (const rule of ['R17', 'R29']) {
    expect(await judged(rule, 'OLD_TOWN')).toEqual([
      ...(rule === 'R17' ? ['2026 NOT_JUDGED'] : []),
      '2026-03 NOT_JUDGED',
      '2026-04 BROKEN',
      expect.stringMatching(/^2026-05 /u),
    ]);
  }
  expect(await reason('R29', 'OLD_TOWN', '2026-03')).toContain(
    '老城服务中心没有自始至终存在于该周期（自 2026-03-09）',
  );
  // R24 asks the seven alone where the register is empty.
  expect(await judged('R24', 'OLD_TOWN')).toEqual([]);
});

test('a center that was closed is judged for no period after, also where that is recorded late, and what it broke before stays', async () => {
  stage.on('2026-01-05');
  await addCenter('2025-12-31T16:00:00Z');
  const link = { centerCode: 'OLD_TOWN', departmentCode: 'JUSTICE', matters: '普法', since: '2026-01-01' };
  await stage.step('linkDepartment', link, centerHead('DAYU', 'OLD_TOWN'));
  stage.on('2026-10-12');
  for (const rule of ['R17', 'R29']) {
    expect(await judged(rule, 'OLD_TOWN')).toContain('2026-04 BROKEN');
    expect(await found(rule, 'OLD_TOWN')).toContain('2026-04 OPEN');
  }
  expect(await found('R18', 'OLD_TOWN/JUSTICE')).toContain('2026-04 OPEN');
  // Decided in March, entered in October: older than what a sweep after a command looks at by itself.
  await closeCenter('2026-03-09T01:00:00Z');
  for (const [rule, subject] of [
    ['R17', 'OLD_TOWN'],
    ['R29', 'OLD_TOWN'],
    ['R18', 'OLD_TOWN/JUSTICE'],
  ] as const) {
    const judgements = await judged(rule, subject);
    expect(judgements).toContain('2026-02 BROKEN');
    expect(judgements).toContain('2026-03 NOT_JUDGED');
    expect(judgements).toContain('2026-04 NOT_JUDGED');
    expect(judgements.filter((each) => each >= '2026-03' && each.endsWith('BROKEN'))).toEqual([]);
    expect(await found(rule, subject)).toContain('2026-02 OPEN');
    expect(await found(rule, subject)).toContain('2026-04 RESOLVED');
  }
  expect(await reason('R29', 'OLD_TOWN', '2026-04')).toContain('该周期内没有这一中心');
  expect(await reason('R18', 'OLD_TOWN/JUSTICE', '2026-04')).toContain('该月没有这一联动');
  // A new month brings no new row for it.
  stage.on('2026-12-01');
  expect((await judged('R29', 'OLD_TOWN')).some((each) => each.startsWith('2026-11'))).toBe(false);
});

test('a link that is ended asks for nothing from that month on, and what was missed before stays', async () => {
  const link = { centerCode: 'HEALTH', departmentCode: 'JUSTICE', matters: '普法', since: '2026-01-01' };
  const departmentLinkId = await stage.make('departmentLink', 'linkDepartment', link, head);
  stage.on('2026-10-12');
  expect(await judged('R18', 'HEALTH/JUSTICE')).toContain('2026-10 DUE');
  const end = { departmentLinkId, expectedVersion: 1, until: '2026-10-05', reason: '职能调整' };
  await stage.step('endDepartmentLink', end, head);
  stage.on('2026-12-01');
  const findings = await found('R18', 'HEALTH/JUSTICE');
  expect(findings.at(-1)).toBe('2026-09 OPEN');
  expect((await judged('R18', 'HEALTH/JUSTICE')).slice(-4)).toEqual([
    '2026-09 BROKEN',
    '2026-10 NOT_JUDGED',
    '2026-11 NOT_JUDGED',
    '2026-12 EXCUSED',
  ]);
  expect(await judged('R18', 'HEALTH')).toContain('2026-11 NOT_JUDGED');
});

test('a center that is linked by a late record is judged by its link instead of not at all', async () => {
  stage.on('2026-10-12');
  expect(await judged('R18', 'HEALTH')).toContain('2026-02 NOT_JUDGED');
  expect(await reason('R18', 'HEALTH', '2026-02')).toContain('没有联动的职能部门');
  const link = { centerCode: 'HEALTH', departmentCode: 'JUSTICE', matters: '普法', since: '2026-01-01' };
  await stage.step('linkDepartment', link, head);
  expect(await judged('R18', 'HEALTH/JUSTICE')).toContain('2026-02 BROKEN');
  expect(await reason('R18', 'HEALTH', '2026-02')).toContain('按各联动分别考核');
});

async function employ(name: string, centerCode: string) {
  const given = { name, subject: `subject-${name}`, since: '2026-01-01' };
  const personId = await stage.make('person', 'registerPerson', given, clerk);
  const post = { personId, kind: 'STAFF', centerCode, since: '2026-01-01' };
  return { personId, postHoldingId: await stage.make('postHolding', 'appointToPost', post, clerk) };
}

test.each([
  [
    'whose post is cancelled',
    async ({ postHoldingId }: Record<string, string>) =>
      stage.step('cancelPost', { postHoldingId, reason: '录入有误' }, clerk),
  ],
  [
    'whose post is ended as of an earlier day',
    async ({ postHoldingId }: Record<string, string>) =>
      stage.step('endPost', { postHoldingId, until: '2026-01-31' }, clerk),
  ],
  [
    'whose name is corrected',
    async ({ personId }: Record<string, string>) =>
      stage.step('correctPerson', { personId, name: '王敏敏', reason: '姓名有误' }, clerk),
  ],
])('a person %s is not judged any more under what was there, however long ago it was', async (_, change) => {
  const held = await employ('王敏', 'HEALTH');
  stage.on('2026-10-12');
  expect(await found('R24', 'HEALTH/王敏')).toContain('2026-W10 OPEN');
  await change(held);
  expect(await judged('R24', 'HEALTH/王敏')).toContain('2026-W10 NOT_JUDGED');
  expect(await found('R24', 'HEALTH/王敏')).toContain('2026-W10 RESOLVED');
  expect(await reason('R24', 'HEALTH/王敏', '2026-W10')).toContain('该周不考核此对象');
});

test('a post in a center ends with the center', async () => {
  stage.on('2026-01-05');
  await addCenter('2025-12-31T16:00:00Z');
  const { personId } = await employ('王敏', 'OLD_TOWN');
  stage.on('2026-02-02');
  await stage.step(
    'appointToPost',
    { personId, kind: 'STAFF', centerCode: 'HEALTH', since: '2026-02-01' },
    clerk,
  );
  stage.on('2026-10-12');
  expect(await found('R24', 'OLD_TOWN/王敏')).toContain('2026-W15 OPEN');
  await closeCenter('2026-03-09T01:00:00Z');
  expect(await found('R24', 'OLD_TOWN/王敏')).toContain('2026-W15 RESOLVED');
  // The other post of the person is asked from then on.
  expect(await judged('R24', 'HEALTH/王敏')).toContain('2026-W15 BROKEN');
});

test('where visits are counted by center from now on, people are not judged any more', async () => {
  await employ('王敏', 'HEALTH');
  stage.on('2026-02-02');
  const sweep = (unit: 'STAFF' | 'CENTER') =>
    checkCadence(
      stage.dayu.runtime.manager,
      new Date('2026-02-02T01:00:00Z'),
      { ...profile, visits: { ...profile.visits, unit } },
      judgedSince('2026-01-01'),
    );
  await sweep('STAFF');
  const of = async () =>
    stage.dayu.store.query(
      `SELECT subject, verdict FROM judgement WHERE rule = 'R24' AND period = '2026-W03' AND subject LIKE 'HEALTH%' ORDER BY 1`,
    );
  expect(await of()).toEqual([{ subject: 'HEALTH/王敏', verdict: 'BROKEN' }]);
  await sweep('CENTER');
  expect(await of()).toEqual([
    { subject: 'HEALTH', verdict: 'BROKEN' },
    { subject: 'HEALTH/王敏', verdict: 'NOT_JUDGED' },
  ]);
});

test('a street that is judged from a later day on is not judged before it, and is again when the day moves back', async () => {
  stage.on('2026-10-12');
  const all = async () => ({
    quarters: (await judged('R02', 'DAYU')).slice(0, 3),
    findings: await found('R02', 'DAYU'),
  });
  const broken = {
    quarters: ['2026-Q1 BROKEN', '2026-Q2 BROKEN', '2026-Q3 BROKEN'],
    findings: ['2026-Q1 OPEN', '2026-Q2 OPEN', '2026-Q3 OPEN'],
  };
  expect(await all()).toEqual(broken);
  const start = (since: string) =>
    stage.districtDoes(
      'setJudgementStart',
      { streetCode: 'DAYU', since, reason: '人员未到位' },
      office,
      '__typename',
    );
  await start('2026-07-01');
  expect(await all()).toEqual({
    quarters: ['2026-Q1 NOT_JUDGED', '2026-Q2 NOT_JUDGED', '2026-Q3 BROKEN'],
    findings: ['2026-Q1 RESOLVED', '2026-Q2 RESOLVED', '2026-Q3 OPEN'],
  });
  expect(await reason('R02', 'DAYU', '2026-Q1')).toContain('考核起始日 2026-07-01 之前');
  const before = await stage.dayu.store.query(
    `SELECT rule, period FROM judgement WHERE due_on < '2026-07-01' AND verdict IN ('KEPT', 'BROKEN')`,
  );
  expect(before).toEqual([]);
  await start('2026-01-01');
  expect(await all()).toEqual(broken);
});

test('entries of a center that was closed, and of a street that sets no days any more, are not judged (R27)', async () => {
  stage.on('2026-01-05');
  await addCenter('2025-12-31T16:00:00Z');
  const entry = {
    communityCode: COMMUNITY,
    kind: 'RESOURCE',
    source: '走访',
    text: '药店',
    verifiedOn: '2026-01-05',
  };
  for (const centerCode of ['OLD_TOWN', 'HEALTH']) {
    await stage.step('recordLedgerEntry', { ...entry, centerCode }, centerStaff('DAYU', centerCode));
  }
  stage.on('2026-03-02');
  const sweep = (ledger?: { notVerifiedForDays: number }) => {
    const { ledger: _, ...others } = profile;
    return checkCadence(
      stage.dayu.runtime.manager,
      new Date(`${stage.today()}T01:00:00Z`),
      { ...others, ...(ledger && { ledger }) },
      judgedSince('2026-01-01'),
    );
  };
  const of = async () =>
    (
      await stage.dayu.store.query(
        `SELECT j.subject, j.verdict, f.state FROM judgement j JOIN rule_finding f USING (rule, period, subject)
         WHERE rule = 'R27' ORDER BY 1`,
      )
    ).map(({ subject, verdict, state }) => [subject, verdict, state].join(' '));
  await sweep({ notVerifiedForDays: 30 });
  expect(await of()).toEqual(['HEALTH BROKEN OPEN', 'OLD_TOWN BROKEN OPEN']);
  await closeCenter('2026-03-01T01:00:00Z');
  await sweep({ notVerifiedForDays: 30 });
  expect(await of()).toEqual(['HEALTH BROKEN OPEN', 'OLD_TOWN NOT_JUDGED RESOLVED']);
  await sweep();
  expect(await of()).toEqual(['HEALTH NOT_JUDGED RESOLVED', 'OLD_TOWN NOT_JUDGED RESOLVED']);
});

test('an answer to a finding that was resolved meanwhile does not wait any more', async () => {
  const link = { centerCode: 'HEALTH', departmentCode: 'JUSTICE', matters: '普法', since: '2026-01-01' };
  const departmentLinkId = await stage.make('departmentLink', 'linkDepartment', link, head);
  stage.on('2026-04-01');
  await stage.findings();
  const [finding] = await stage.dayu.store.query(
    `SELECT id FROM rule_finding WHERE rule = 'R18' AND period = '2026-02'`,
  );
  const answer = { explanation: '两人住院', remedy: '增派一人', remedyUntil: null };
  await stage.step('answerFinding', { ruleFindingId: finding?.['id'], ...answer }, head);
  const waiting = async () => {
    const { toDo } = await stage.read('toDo(first: 100) { items { kind } }', leader);
    return toDo.items.filter(({ kind }: { kind: string }) => kind === 'FindingAnswer').length;
  };
  expect(await waiting()).toBe(1);
  const record = { participants: ['王敏'], matters: '矫正', conclusions: ['走访'] };
  await stage.step('recordConsultation', { departmentLinkId, consultedOn: '2026-02-10', ...record }, head);
  await stage.findings();
  expect(await waiting()).toBe(0);
});
