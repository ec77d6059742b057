import type { Actor } from '@mtg/access';
import { checkCadence } from '../../../packages/street/src/cadence/sweep';
import { definition, profile } from '../../../subgraphs/dayu/src';
import { centerHead, centerStaff, peopleOf } from '../../support/actors';
import { give, type Selected } from '../../support/commands';
import { judgedSince } from '../../support/judged';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

const people = peopleOf('DAYU');
const head = centerHead('DAYU', 'HEALTH');
const { leader, dispatcher } = people;
const ANSWER = { explanation: '两人住院', remedy: '增派一人', remedyUntil: '2026-04-30' };
const SENT_BACK = { reason: '请写明增派何人' };

/** A broken rule is answered by those whom it concerns, and the answer confirmed or sent back by another person. */
let dayu: TestSubgraph;
let now = new Date();
let linkId: string;
const at = (shanghai: string) => (now = new Date(`${shanghai}+08:00`));
beforeEach(async () => {
  dayu = await startTestSubgraph(definition, { clock: { now: () => now } });
  at('2026-01-01T09:00:00');
  const link = { centerCode: 'HEALTH', departmentCode: 'JUSTICE', matters: '普法', since: '2026-01-01' };
  linkId = (await must('linkDepartment', link, head, 'departmentLink { id }'))['departmentLink'].id;
  at('2026-04-01T09:00:00');
  await sweep();
});
afterEach(() => dayu.close());

const sweep = (as = profile) => checkCadence(dayu.runtime.manager, now, as, judgedSince('2026-01-01'));
const run = (command: string, input: object, as: Actor, selection = '__typename') =>
  give(dayu, 'dayu', command, { ...input }, selection, { as });
const must = async (
  command: string,
  input: object,
  as: Actor,
  selection = '__typename',
): Promise<Selected> => {
  const { payload, errors } = await run(command, input, as, selection);
  expect(errors).toEqual([]);
  return payload ?? {};
};
const finding = async (rule: string, subject: string, period: string): Promise<string> => {
  const where = `rule = '${rule}' AND subject = '${subject}' AND period = '${period}'`;
  const [row] = await dayu.store.query(`SELECT id FROM rule_finding WHERE ${where}`);
  return String(row?.['id']);
};
/** R18: the center did not consult with its department. R02: the street held no joint meeting. */
const ofCenter = () => finding('R18', 'HEALTH/JUSTICE', '2026-01');
const ofStreet = () => finding('R02', 'DAYU', '2026-Q1');
const rows = async () =>
  (
    await dayu.store.query(
      `SELECT md5((SELECT string_agg(f::text, '' ORDER BY id) FROM rule_finding f)
         || coalesce((SELECT string_agg(a::text, '' ORDER BY id) FROM finding_answer a), '')) AS all_rows`,
    )
  )[0];
const stateOf = async (id: string) =>
  (await dayu.store.query(`SELECT state FROM rule_finding WHERE id = '${id}'`))[0]?.['state'];

async function expectRefused(command: string, input: object, as: Actor, code: string, message = '') {
  const before = await rows();
  const { payload, errors } = await run(command, input, as);
  expect([payload, errors[0]?.extensions['code']]).toEqual([null, code]);
  expect(errors[0]?.message).toContain(message);
  expect(await rows()).toEqual(before);
}

test('the head of a center answers, the dispatcher confirms, and the judgement stays as it is', async () => {
  const ruleFindingId = await ofCenter();
  await must('answerFinding', { ruleFindingId, ...ANSWER }, head);
  expect(await stateOf(ruleFindingId)).toBe('ANSWERED');
  await must('confirmFinding', { ruleFindingId }, dispatcher);
  const { data } = await dayu.ask(
    `{ dayu {
      ruleFindings(filter: { state: CONFIRMED }) { nodes { id centerCode answers {
        state explanation remedy remedyUntil answeredBy role decidedBy sentBackFor } } }
      judgements(filter: { rule: "R18", period: "2026-01", verdict: BROKEN }) { nodes { centerCode } } } }`,
    {},
    { as: leader },
  );
  const { ruleFindings, judgements } = (data as Selected)['dayu'];
  expect(ruleFindings.nodes).toEqual([
    {
      id: ruleFindingId,
      centerCode: 'HEALTH',
      answers: [
        {
          ...ANSWER,
          state: 'CONFIRMED',
          answeredBy: 'head-HEALTH',
          role: 'CENTER_HEAD',
          decidedBy: 'dispatcher',
          sentBackFor: null,
        },
      ],
    },
  ]);
  expect(judgements.nodes).toEqual([{ centerCode: 'HEALTH' }]);
  expect(await sweep()).toEqual([]);
});

test('an answer that is sent back leaves the finding open for another, and both are kept', async () => {
  const ruleFindingId = await ofCenter();
  await must('answerFinding', { ruleFindingId, ...ANSWER }, head);
  await must('sendBackFinding', { ruleFindingId, ...SENT_BACK }, leader);
  expect(await stateOf(ruleFindingId)).toBe('OPEN');
  await must(
    'answerFinding',
    { ruleFindingId, ...ANSWER, explanation: '李强、王敏住院', remedyUntil: null },
    head,
  );
  await must('confirmFinding', { ruleFindingId }, leader);
  expect(
    await dayu.store.query(`SELECT state, explanation, sent_back_for FROM finding_answer ORDER BY id`),
  ).toEqual([
    { state: 'SENT_BACK', explanation: '两人住院', sent_back_for: SENT_BACK.reason },
    { state: 'CONFIRMED', explanation: '李强、王敏住院', sent_back_for: null },
  ]);
});

test.each([
  [
    'the center’s',
    ofCenter,
    [leader, dispatcher, centerHead('DAYU', 'CIVIL_AFFAIRS'), centerStaff('DAYU', 'HEALTH')],
  ],
  ['the street’s', ofStreet, [head, people.clerk, people.office]],
] as const)('%s finding is answered by those whom it concerns alone', async (_, which, others) => {
  const ruleFindingId = await which();
  for (const as of others) {
    // oxlint-disable-next-line no-await-in-loop
    await expectRefused('answerFinding', { ruleFindingId, ...ANSWER }, as, 'FORBIDDEN');
  }
});

test('the dispatcher answers for 综合管理中心, as the head of a center does', async () => {
  const ruleFindingId = await finding('R17', 'GENERAL_AFFAIRS', '2026-01');
  await must('answerFinding', { ruleFindingId, ...ANSWER }, dispatcher);
  await must('confirmFinding', { ruleFindingId }, leader);
});

test.each([
  [leader, dispatcher],
  [dispatcher, leader],
  [dispatcher, { ...dispatcher, subject: 'second dispatcher' }],
] as const)(
  'a finding of the street that $0.subject answers is confirmed by another: $1.subject',
  async (own, other) => {
    const ruleFindingId = await ofStreet();
    await must('answerFinding', { ruleFindingId, ...ANSWER }, own);
    await expectRefused('confirmFinding', { ruleFindingId }, own, 'CONFLICT', '由本人作出');
    await expectRefused('sendBackFinding', { ruleFindingId, ...SENT_BACK }, own, 'CONFLICT', '由本人作出');
    // In another role the person is the same.
    const sameLeader = { ...leader, subject: own.subject };
    await expectRefused('confirmFinding', { ruleFindingId }, sameLeader, 'CONFLICT', '由本人作出');
    await must('confirmFinding', { ruleFindingId }, other);
  },
);

test('heads, clerks and the district decide on no answer', async () => {
  const ruleFindingId = await ofCenter();
  await must('answerFinding', { ruleFindingId, ...ANSWER }, head);
  for (const as of [head, centerHead('DAYU', 'CIVIL_AFFAIRS'), people.clerk, people.office]) {
    // oxlint-disable-next-line no-await-in-loop
    await expectRefused('confirmFinding', { ruleFindingId }, as, 'FORBIDDEN');
    // oxlint-disable-next-line no-await-in-loop
    await expectRefused('sendBackFinding', { ruleFindingId, ...SENT_BACK }, as, 'FORBIDDEN');
  }
});

test('a finding takes one answer at a time, and only in its order', async () => {
  const ruleFindingId = await ofCenter();
  await expectRefused('confirmFinding', { ruleFindingId }, leader, 'CONFLICT', '没有待确认的说明');
  await expectRefused(
    'sendBackFinding',
    { ruleFindingId, ...SENT_BACK },
    leader,
    'CONFLICT',
    '没有待确认的说明',
  );
  await must('answerFinding', { ruleFindingId, ...ANSWER }, head);
  await expectRefused('answerFinding', { ruleFindingId, ...ANSWER }, head, 'CONFLICT', '尚待确认');
  await must('confirmFinding', { ruleFindingId }, leader);
  await expectRefused('answerFinding', { ruleFindingId, ...ANSWER }, head, 'CONFLICT', '无需说明');
  await expectRefused(
    'sendBackFinding',
    { ruleFindingId, ...SENT_BACK },
    leader,
    'CONFLICT',
    '没有待确认的说明',
  );
});

test.each([
  ['without an explanation', { explanation: ' ' }, ''],
  ['without a remedy', { remedy: '' }, ''],
  ['with a remedy in the past', { remedyUntil: '2026-03-31' }, '2026-03-31 早于今天'],
])('no finding is answered %s', async (_, change, message) => {
  const ruleFindingId = await ofCenter();
  await expectRefused(
    'answerFinding',
    { ruleFindingId, ...ANSWER, ...change },
    head,
    'BAD_USER_INPUT',
    message,
  );
});

test('no answer is sent back without a reason', async () => {
  const ruleFindingId = await ofCenter();
  await must('answerFinding', { ruleFindingId, ...ANSWER }, head);
  await expectRefused('sendBackFinding', { ruleFindingId, reason: ' ' }, leader, 'BAD_USER_INPUT');
});

test.each(['OPEN', 'ANSWERED', 'CONFIRMED'])(
  'what happened in time and is recorded late keeps the rule (补录), and resolves a finding that is %s',
  async (state) => {
    const ruleFindingId = await ofCenter();
    if (state !== 'OPEN') await must('answerFinding', { ruleFindingId, ...ANSWER }, head);
    if (state === 'CONFIRMED') await must('confirmFinding', { ruleFindingId }, leader);
    const record = { participants: ['王敏', '赵一'], matters: '社区矫正', conclusions: ['共同走访'] };
    await must(
      'recordConsultation',
      { departmentLinkId: linkId, consultedOn: '2026-01-20', ...record },
      head,
    );
    await sweep();
    expect(await stateOf(ruleFindingId)).toBe('RESOLVED');
    expect(
      await dayu.store.query(
        `SELECT verdict, late FROM judgement WHERE rule = 'R18' AND period = '2026-01' AND subject = 'HEALTH/JUSTICE'`,
      ),
    ).toEqual([{ verdict: 'KEPT', late: true }]);
    await expectRefused('answerFinding', { ruleFindingId, ...ANSWER }, head, 'CONFLICT', '已解决');
    await expectRefused('confirmFinding', { ruleFindingId }, leader, 'CONFLICT', '没有待确认的说明');
    // Where the record does not count any more, an answer without a decision still waits.
    await dayu.store.query('UPDATE consultation SET deleted_at = updated_at');
    await sweep();
    expect(await stateOf(ruleFindingId)).toBe(state === 'ANSWERED' ? 'ANSWERED' : 'OPEN');
  },
);

test('a missed month stays missed: a consultation of another month mends nothing', async () => {
  const ruleFindingId = await ofCenter();
  await must('answerFinding', { ruleFindingId, ...ANSWER }, head);
  await must('confirmFinding', { ruleFindingId }, leader);
  const record = { participants: ['王敏', '赵一'], matters: '社区矫正', conclusions: ['共同走访'] };
  await must('recordConsultation', { departmentLinkId: linkId, consultedOn: '2026-04-01', ...record }, head);
  await sweep();
  expect(await stateOf(ruleFindingId)).toBe('CONFIRMED');
});

test('while its period runs, a confirmed finding that comes to say something else is open again (R27)', async () => {
  const ageing = { ...profile, ledger: { notVerifiedForDays: 30 } };
  const entry = { centerCode: 'HEALTH', communityCode: '110109001001', kind: 'RESOURCE', source: '走访' };
  const recordEntry = (text: string, verifiedOn: string) =>
    must('recordLedgerEntry', { ...entry, text, verifiedOn }, centerStaff('DAYU', 'HEALTH'));
  await recordEntry('药店', '2026-03-02');
  await recordEntry('卫生站', '2026-03-20');
  at('2026-04-02T09:00:00');
  await sweep(ageing);
  const ruleFindingId = await finding('R27', 'HEALTH', '2026-04');
  await must('answerFinding', { ruleFindingId, ...ANSWER }, head);
  await must('confirmFinding', { ruleFindingId }, leader);
  at('2026-04-18T09:00:00');
  await sweep(ageing);
  expect(await stateOf(ruleFindingId)).toBe('CONFIRMED');
  at('2026-04-19T09:00:00');
  await sweep(ageing);
  expect(await stateOf(ruleFindingId)).toBe('OPEN');
});

test.each([
  [`UPDATE finding_answer SET explanation = 'x'`, 'changes no such column'],
  [
    `UPDATE finding_answer SET state = 'CONFIRMED', decided_at = now(), decided_by = answered_by`,
    'finding_answer_another',
  ],
  [`UPDATE rule_finding SET state = 'CONFIRMED' WHERE state = 'OPEN'`, 'no step leads'],
  [`UPDATE rule_finding SET rule = 'R01' WHERE rule = 'R02'`, 'changes no such column'],
  [
    `INSERT INTO rule_finding (created_at, updated_at, rule, period, subject, state, message)
     VALUES (now(), now(), 'R02', '2025-Q1', 'DAYU', 'CONFIRMED', 'x')`,
    'begins as OPEN',
  ],
])('the serving role is refused %s', async (statement, message) => {
  await must('answerFinding', { ruleFindingId: await ofStreet(), ...ANSWER }, leader);
  await expect(dayu.runtime.query(statement)).rejects.toThrow(message);
});
