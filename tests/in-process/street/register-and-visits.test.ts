import { localDay } from '@mtg/governance';
import { checkCadence } from '../../../packages/street/src/cadence/sweep';
import { definition, profile } from '../../../subgraphs/dayu/src';
import { centerHead, peopleOf } from '../../support/actors';
import { give } from '../../support/commands';
import { judgedSince } from '../../support/judged';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

const { clerk, leader } = peopleOf('DAYU');
/** Monday 16 to Sunday 22 November 2026. */
const WEEK = '2026-W47';
const COMMUNITY = '110109001005';

let dayu: TestSubgraph;
let now = new Date();
const at = (shanghai: string) => (now = new Date(`${shanghai}+08:00`));
beforeEach(async () => {
  at('2026-11-16T08:00:00');
  dayu = await startTestSubgraph(definition, { clock: { now: () => now } });
});
afterEach(() => dayu.close());

const run = async (command: string, input: object, selection: string, as: object = clerk) => {
  const { payload, errors } = await give(dayu, 'dayu', command, input as never, selection, {
    as: as as never,
  });
  expect(errors).toEqual([]);
  return payload ?? {};
};
const employ = async (name: string, since = '2026-01-05', centerCode = 'HEALTH') => {
  const given = { name, subject: `subject of ${name}`, since: '2026-01-05' };
  const { person } = await run('registerPerson', given, 'person { id }');
  const post = { personId: person.id, kind: 'STAFF', centerCode, since };
  const { postHolding } = await run('appointToPost', post, 'postHolding { id }');
  return { personId: person.id as string, postHoldingId: postHolding.id as string };
};
const end = (postHoldingId: string, until: string) =>
  run('endPost', { postHoldingId, until }, 'postHolding { id }');
const visit = async (name: string, day: string, centerCode = 'HEALTH') => {
  at(`${day}T12:00:00`);
  const subject = `subject of ${name}`;
  const head = centerHead('DAYU', centerCode);
  const plan = {
    centerCode,
    day,
    communityCodes: [COMMUNITY],
    people: [subject],
    route: '东边',
    actions: '走访',
  };
  const { visitPlan } = await run('planVisit', plan, 'visitPlan { id }', head);
  const made = { centerCode, communityCode: COMMUNITY, day, form: 'CALL', planId: visitPlan.id };
  const said = { record: '已走访', sentimentLogs: [{ text: '路灯不亮' }] };
  await run('recordVisit', { ...made, ...said }, 'record { id }', { ...head, subject });
};
const sweep = (day = '2026-11-23') => {
  at(`${day}T00:00:00`);
  return checkCadence(dayu.runtime.manager, now, profile, judgedSince('2026-11-16'));
};
const judgements = async (subject = 'HEALTH%', period = WEEK): Promise<readonly object[]> =>
  dayu.database.query(
    `SELECT subject, verdict FROM judgement WHERE rule = 'R24' AND period = $1 AND subject LIKE $2 ORDER BY subject`,
    [period, subject],
  );

test('who is never planned is missed by name, and who left before the week is not', async () => {
  await employ('王敏');
  const { postHoldingId } = await employ('李强');
  await end(postHoldingId, '2026-11-13');
  await sweep();
  expect(await judgements()).toEqual([{ subject: 'HEALTH/王敏', verdict: 'BROKEN' }]);
  const [finding] = await dayu.database.query(
    `SELECT subject, message FROM rule_finding WHERE rule = 'R24' AND subject LIKE 'HEALTH%'`,
  );
  expect(finding).toEqual({
    subject: 'HEALTH/王敏',
    message: expect.stringContaining('街道健康服务中心 王敏在'),
  });
  expect(finding?.['message']).not.toContain('subject of');
  // The other centers have no staff in the register and are judged as a whole.
  expect(await judgements('CIVIL_AFFAIRS%')).toEqual([{ subject: 'CIVIL_AFFAIRS', verdict: 'BROKEN' }]);
});

test('staff of a center that the street added are judged as those of the seven', async () => {
  const decision = { number: '大峪工委〔2026〕1号', decidedAt: '2026-11-16T00:00:00Z', summary: '同意' };
  const center = { code: 'OLD_TOWN', name: '老城服务中心', functionText: '服务老城居民', decision };
  await run('addLocalCenter', center, 'localCenter { code }');
  await employ('王敏', '2026-11-16', 'OLD_TOWN');
  await employ('李强', '2026-11-16', 'OLD_TOWN');
  for (const day of ['2026-11-17', '2026-11-18', '2026-11-19']) await visit('李强', day, 'OLD_TOWN');
  await sweep();
  expect(await judgements('OLD_TOWN%')).toEqual([
    { subject: 'OLD_TOWN/李强', verdict: 'KEPT' },
    { subject: 'OLD_TOWN/王敏', verdict: 'BROKEN' },
  ]);
});

test('a whole week of leave is not judged, and a part of it asks for the days that are left', async () => {
  const [away, partly] = [await employ('王敏'), await employ('李强')];
  const leave = { kind: 'ANNUAL', since: '2026-11-16' };
  await run('recordLeave', { ...leave, personId: away.personId, until: '2026-11-20' }, 'leave { id }');
  const half = { ...leave, personId: partly.personId, until: '2026-11-19' };
  const { leave: recorded } = await run('recordLeave', half, 'leave { id }');
  await visit('李强', '2026-11-20');
  await sweep();
  expect(await judgements()).toEqual([
    { subject: 'HEALTH/李强', verdict: 'KEPT' },
    { subject: 'HEALTH/王敏', verdict: 'NOT_JUDGED' },
  ]);
  await run('cancelLeave', { leaveId: recorded.id, reason: '未休' }, 'leave { id }');
  await sweep();
  expect(await judgements('HEALTH/李强')).toEqual([{ subject: 'HEALTH/李强', verdict: 'BROKEN' }]);
});

test('a post begun on Thursday asks for two days, and visits for each center of a person count', async () => {
  await employ('赵一', '2026-11-16');
  at('2026-11-19T08:00:00');
  const { personId } = await employ('王敏', '2026-11-19');
  const second = { personId, kind: 'STAFF', centerCode: 'CIVIL_AFFAIRS', since: '2026-11-19' };
  await run('appointToPost', second, 'postHolding { id }');
  await visit('王敏', '2026-11-19');
  await sweep();
  expect(await judgements('%王敏')).toEqual([{ subject: 'CIVIL_AFFAIRS/王敏', verdict: 'BROKEN' }]);
  await visit('王敏', '2026-11-20', 'CIVIL_AFFAIRS');
  await sweep();
  expect(await judgements('%王敏')).toEqual([{ subject: 'CIVIL_AFFAIRS/王敏', verdict: 'KEPT' }]);
});

test('acting for a director adds no second requirement', async () => {
  const held = await employ('王敏');
  const { personId } = await employ('李强', '2026-01-05', 'CIVIL_AFFAIRS');
  const acting = { personId, postHoldingId: held.postHoldingId, since: '2026-11-16' };
  await run('actInPost', acting, 'postHolding { id }');
  await sweep();
  expect(await judgements('%李强')).toEqual([{ subject: 'CIVIL_AFFAIRS/李强', verdict: 'BROKEN' }]);
});

test('without a register staff are those of visit plans; what the register changes later is said, and resolves findings', async () => {
  await visit('王敏', '2026-11-18');
  await sweep();
  const bySubject = 'HEALTH/subject of 王敏';
  expect(await judgements()).toEqual([{ subject: bySubject, verdict: 'BROKEN' }]);
  await employ('王敏');
  await sweep();
  expect(await judgements()).toEqual([
    { subject: bySubject, verdict: 'NOT_JUDGED' },
    { subject: 'HEALTH/王敏', verdict: 'BROKEN' },
  ]);
  const open = await dayu.database.query(
    `SELECT subject, state FROM rule_finding WHERE rule = 'R24' AND subject LIKE 'HEALTH%' ORDER BY subject`,
  );
  expect(open).toEqual([
    { subject: bySubject, state: 'RESOLVED' },
    { subject: 'HEALTH/王敏', state: 'OPEN' },
  ]);
  expect(await sweep()).toEqual([]);
});

test('weeks before the first post of the register go by visit plans', async () => {
  await visit('王敏', '2026-11-18');
  at('2026-11-23T08:00:00');
  await employ('李强', localDay(now));
  await sweep('2026-11-30');
  expect(await judgements('HEALTH%')).toEqual([{ subject: 'HEALTH/subject of 王敏', verdict: 'BROKEN' }]);
  expect(await judgements('HEALTH%', '2026-W48')).toEqual([{ subject: 'HEALTH/李强', verdict: 'BROKEN' }]);
  const duties = await dayu.ask(
    '{ dayu { duties(status: OVERDUE) { rule subject reason } } }',
    {},
    { as: leader },
  );
  expect(JSON.stringify(duties.data)).toContain('HEALTH/李强');
});
