import type { Actor } from '@mtg/access';
import { centerHead } from '../../support/actors';
import { dispatchStage, head, people, type DispatchStage, type Row } from '../../support/dispatch';

const ITEMS = 'items { id kind kindName title state acts { command name } deadline overdue since }';

let stage: DispatchStage;
beforeAll(async () => {
  stage = await dispatchStage();
});
afterAll(() => stage.dayu.close());

async function toDo(as: Actor, args = ''): Promise<Row> {
  const { toDo: found } = await stage.read(
    `{ dayu { toDo${args} { total overdue endCursor ${ITEMS} } } }`,
    {},
    as,
  );
  return found;
}
const numbers = ({ items }: Row): readonly string[] =>
  items.map(({ title }: Row) => String(title).slice(0, 14));

test('an order waits for its center until it is accepted, then for the dispatcher once it is submitted', async () => {
  const order = await stage.order({ title: '无障碍改造', deadline: '2026-03-20' });
  expect(await toDo(head)).toMatchObject({
    total: 1,
    overdue: 0,
    endCursor: null,
    items: [
      {
        id: order['id'],
        kind: 'WorkOrder',
        kindName: expect.stringMatching(/^派单/u),
        title: `${order['number']} 无障碍改造`,
        state: 'ISSUED',
        acts: [{ command: 'acceptWorkOrder', name: expect.stringMatching(/^接单.*accept a work order$/u) }],
        deadline: '2026-03-20',
        overdue: false,
        since: '2026-03-09T02:00:00.000Z',
      },
    ],
  });
  expect((await toDo(centerHead('DAYU', 'CIVIL_AFFAIRS'))).total).toBe(0);
  expect((await toDo(people.dispatcher)).total).toBe(0);

  const submitted = await stage.orderIn('SUBMITTED', { deadline: '2026-03-21' });
  stage.setTime('2026-03-22T02:00:00Z');
  const { total, overdue, items } = await toDo(people.dispatcher);
  expect({ total, overdue }).toEqual({ total: 1, overdue: 1 });
  expect(items).toMatchObject([
    {
      id: submitted['id'],
      overdue: true,
      acts: [{ command: 'verifyWorkOrder' }, { command: 'returnWorkOrder' }],
    },
  ]);
  stage.setTime('2026-03-09T02:00:00Z');
  await stage.must('acceptWorkOrder', { workOrderId: order['id'] }, head);
  expect((await toDo(head)).items).toMatchObject([
    { state: 'ACCEPTED', acts: [{ command: 'startWorkOrder' }] },
  ]);
});

test('pages follow each other by deadline, things without one last', async () => {
  for (const deadline of ['2026-04-09', '2026-04-02', '2026-04-05', '2026-04-02']) {
    await stage.order({ deadline, centerCode: 'CULTURE_EDUCATION' });
  }
  const report = await stage.add('support_issue', {
    state: 'RAISED',
    kind: 'PARKING',
    center_code: 'CULTURE_EDUCATION',
    community_code: '110109001001',
    title: '停车难',
    raised_on: '2026-03-09',
  });
  const chief = centerHead('DAYU', 'CULTURE_EDUCATION');
  const whole = await toDo(chief);
  expect(whole.items.map(({ deadline }: Row) => deadline)).toEqual([
    '2026-04-02',
    '2026-04-02',
    '2026-04-05',
    '2026-04-09',
    null,
  ]);
  expect(whole.items.at(-1)).toMatchObject({ id: report, acts: [{ command: 'takeUpSupportIssue' }] });
  const paged: Row[] = [];
  let after: string | null = null;
  do {
    const page = await toDo(chief, `(first: 2${after === null ? '' : `, after: "${after}"`})`);
    expect(page.total).toBe(5);
    paged.push(...page.items);
    after = page.endCursor;
  } while (after !== null);
  expect(paged).toEqual(whole.items);
  expect(numbers(whole)).toHaveLength(5);
});

test.each([
  ['(first: 501)', 'first'],
  ['(first: -1)', 'first'],
  ['(after: "elsewhere")', 'after'],
])('toDo%s is refused by name', async (args, argument) => {
  const { errors } = await stage.dayu.ask(
    `{ dayu { toDo${args} { total } } }`,
    {},
    { as: people.dispatcher },
  );
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
});

test('nothing is told without a token, and people of another street have nothing to do here', async () => {
  const { errors } = await stage.dayu.ask('{ dayu { toDo { total } } }');
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect((await toDo(centerHead('CHENGZI', 'HEALTH'))).total).toBe(0);
  expect((await toDo({ ...people.dispatcher, street: 'CHENGZI' })).total).toBe(0);
});

test('sample data wait apart from real work', async () => {
  const before = await toDo(people.clerk);
  const matter = { state: 'REGISTERED', title: '样例事项', content: '样例' };
  const id = await stage.add('major_matter', { ...matter, sample: true });
  expect(await toDo(people.clerk)).toEqual(before);
  expect((await toDo(people.clerk, '(sample: true)')).items).toMatchObject([
    { id, acts: [{ command: 'recordPreliminaryOpinion' }] },
  ]);
});

const FEEDBACK = {
  number: 'DAYU-F-2026-0001',
  year: 2026,
  sequence: 1,
  title: '集中反馈',
  text: '已办结',
  recipients: ['DISTRICT_GOVERNMENT'],
  department_codes: [],
  issuer: 'dispatcher',
  issued_on: '2026-03-09',
};

const DUTY = {
  period: '2026-05',
  subject: 'HEALTH',
  center_code: 'HEALTH',
  verdict: null,
  late: false,
  reason: '没有计划',
  counted: 0,
  counted_days: '{}',
  fact_ids: '{}',
};

test('a duty waits from its day of reminder until it is done, for the center that has to do it', async () => {
  const duty = { ...DUTY, rule: 'R17', due_on: '2026-05-01', remind_on: '2026-04-24', status: 'DUE' };
  const id = await stage.add('judgement', duty);
  const mine = async (as: Actor) =>
    (await toDo(as, '(first: 500)')).items.filter((item: Row) => item['id'] === id);
  stage.setTime('2026-04-23T02:00:00Z');
  expect(await mine(head)).toEqual([]);
  stage.setTime('2026-04-24T02:00:00Z');
  expect(await mine(head)).toMatchObject([
    {
      kind: 'Judgement',
      title: expect.stringMatching(/2026-05$/u),
      deadline: '2026-05-01',
      acts: [{ command: 'draftPlan' }],
    },
  ]);
  expect(await mine(centerHead('DAYU', 'CIVIL_AFFAIRS'))).toEqual([]);
  expect(await mine(people.leader)).toEqual([]);
  await stage.dayu.database.query(`UPDATE judgement SET status = 'MET' WHERE id = $1`, [id]);
  expect(await mine(head)).toEqual([]);
  stage.setTime('2026-03-09T02:00:00Z');
});

test('a finding waits for an answer of the center that it names, and of the street where it names none', async () => {
  const finding = { rule: 'R17', state: 'OPEN', message: '没有计划', subject: 'HEALTH', period: '2026-02' };
  const ofCenter = await stage.add('rule_finding', { ...finding, center_code: 'HEALTH' });
  const ofStreet = await stage.add('rule_finding', {
    ...finding,
    rule: 'R02',
    subject: 'DAYU',
    period: '2025-Q4',
  });
  const findings = async (as: Actor) =>
    (await toDo(as, '(first: 500)')).items
      .filter(({ kind }: Row) => kind === 'RuleFinding')
      .map(({ id, title, acts }: Row) => ({ id, title, command: acts[0]['command'] }));
  expect(await findings(head)).toEqual([
    { id: ofCenter, title: expect.stringMatching(/^\D.* 2026-02$/u), command: 'answerFinding' },
  ]);
  expect(await findings(people.leader)).toMatchObject([{ id: ofStreet }]);
  expect(await findings(centerHead('DAYU', 'CIVIL_AFFAIRS'))).toEqual([]);
});

test('a closed order waits to be reported by the end of its month', async () => {
  const order = await stage.orderIn('CLOSED');
  const { items } = await toDo(people.dispatcher, '(first: 500)');
  expect(items.filter(({ id }: Row) => id === order['id'])).toMatchObject([
    { acts: [{ command: 'issueFeedbackReport' }], deadline: '2026-03-31', state: 'CLOSED' },
  ]);
});

test('a delegation waits for its conclusion once its orders are reported', async () => {
  const delegationId = await stage.delegation('DEPLOYED');
  const order = await stage.orderIn('CLOSED', { delegationId });
  const waiting = async () => {
    const { items } = await toDo(people.dispatcher, '(first: 500)');
    return items.filter(({ id }: Row) => id === delegationId);
  };
  expect(await waiting()).toEqual([]);
  const id = await stage.add('feedback_report', FEEDBACK);
  await stage.dayu.database.query('UPDATE work_order SET feedback_report_id = $1 WHERE id = $2', [
    id,
    order['id'],
  ]);
  expect(await waiting()).toMatchObject([{ state: 'DISPATCHED', acts: [{ command: 'concludeDelegation' }] }]);
});
