import { randomUUID } from 'node:crypto';
import type { Actor } from '@mtg/access';
import { localDay } from '@mtg/governance';
import { definition } from '../../../subgraphs/dayu/src';
import { peopleOf } from '../../support/actors';
import { fundsStage, type FundsStage } from '../../support/funds';
import { startTestSubgraph } from '../../support/test-subgraph';

interface ToDo {
  readonly total: number;
  readonly complete: boolean;
  readonly items: readonly { readonly id: string }[];
}

const people = peopleOf('DAYU');
const YEAR = 2026;
const today = localDay(new Date());

let stage: FundsStage;
let lineId: string;
beforeAll(async () => {
  stage = await fundsStage();
  const { payload, errors } = await stage.give('recordBudget', {
    year: YEAR,
    documentNumber: '门政发〔2026〕1号',
    documentTitle: '关于年度社会建设项目资金预算的批复',
    approvedOn: '2026-01-08',
    lines: [
      { name: '社区建设', kind: '社会建设专项资金', amount: '1000.00' },
      { name: '重复登记的项目', kind: '社会建设专项资金', amount: '5.00' },
    ],
  });
  expect(errors).toEqual([]);
  lineId = payload?.['lines'][0].id;
});
afterAll(() => stage.close());

const offer = (amount: string) =>
  stage.must(
    'offerTransfer',
    { budgetLineId: lineId, streetCode: 'DAYU', voucher: randomUUID(), amount },
    'fundTransfer',
  );
const acknowledge = (transferId: unknown) => stage.must('acknowledgeTransfer', { transferId }, 'fundReceipt');
const payment = (fundReceiptId: unknown, amount: string) => ({
  fundReceiptId,
  amount,
  voucher: randomUUID(),
  paidOn: today,
  purpose: '公共设施维修',
  projectId: stage.projectId,
});
const spend = (receipt: unknown, amount: string) =>
  stage.must('recordExpenditure', payment(receipt, amount), 'expenditure');
const refusal = async (command: string, input: object) =>
  (await stage.give(command, input)).errors[0]?.extensions;
const stateOf = async (table: string, id: unknown) =>
  (await stage.district.store.query(`SELECT state FROM ${table} WHERE id = '${String(id)}'`))[0]?.['state'];

test('funds go from the budget by way of a transfer to an expenditure, and the chain leads back', async () => {
  const transfer = await offer('100.10');
  expect(transfer).toMatchObject({ state: 'OFFERED', amount: '100.10' });
  const receipt = await acknowledge(transfer['id']);
  expect(receipt).toMatchObject({ outcome: 'ACKNOWLEDGED', left: '100.10' });
  const { id } = await spend(receipt['id'], '40.20');
  expect(await stage.reconcile()).toEqual([]);
  expect(await stateOf('fund_transfer', transfer['id'])).toBe('ACKNOWLEDGED');
  const { data } = await stage.dayu.ask(
    `query ($id: UUID!) { dayu { expenditure(id: $id) {
      receipt { spent left transfer { id } } project { title } trace { upward { typeName } } } } }`,
    { id },
    { as: people.office },
  );
  expect(data).toEqual({
    dayu: {
      expenditure: {
        receipt: { spent: '40.20', left: '59.90', transfer: { id: transfer['id'] } },
        project: { title: '社区建设' },
        trace: { upward: expect.arrayContaining(['FundReceipt', 'FundTransfer', 'Project'].map(named)) },
      },
    },
  });
});
const named = (typeName: string) => ({ typeName });

test('an answer is given once: the same again writes nothing, the other is refused', async () => {
  const { id: transferId } = await offer('1.00');
  const first = await acknowledge(transferId);
  expect(await acknowledge(transferId)).toEqual(first);
  expect(await refusal('declineTransfer', { transferId, reason: '记错' })).toMatchObject({
    code: 'CONFLICT',
  });
  const rows = await stage.dayu.store.query(`SELECT FROM fund_receipt WHERE transfer_id = '${transferId}'`);
  expect(rows).toHaveLength(1);
});

describe('what waits for the finance officer', () => {
  const QUERY = `{ dayu { toDo(first: 500) { total complete
    items { id kind kindName title state since overdue deadline acts { command } } } } }`;
  const toDo = async (as: Actor) => {
    const { data, errors } = await stage.dayu.ask(QUERY, {}, { as });
    expect(errors).toBeUndefined();
    return (data as { dayu: { toDo: ToDo } }).dayu.toDo;
  };

  test('is each offered transfer and each recall, until the street has answered', async () => {
    const before = await toDo(people.finance);
    const transfer = await offer('3.00');
    const offered = await toDo(people.finance);
    expect(offered.total).toBe(before.total + 1);
    expect(offered.items.find(({ id }) => id === transfer['id'])).toEqual({
      id: transfer['id'],
      kind: 'FundTransfer',
      kindName: '资金转拨 · transfer of funds',
      title: expect.stringMatching(/^社区建设 [0-9a-f-]{36} 3\.00 元$/u),
      state: 'OFFERED',
      since: expect.any(String),
      overdue: false,
      deadline: null,
      acts: [{ command: 'acknowledgeTransfer' }, { command: 'declineTransfer' }],
    });
    await acknowledge(transfer['id']);
    // The district has not heard of it yet.
    expect(await stateOf('fund_transfer', transfer['id'])).toBe('OFFERED');
    expect(await toDo(people.finance)).toEqual(before);
    await stage.reconcile();
    const asked = { fundTransferId: transfer['id'], amount: '1.00', reason: '项目取消' };
    const recall = await stage.must('requestRecall', asked, 'fundRecall');
    expect((await toDo(people.finance)).items.find(({ id }) => id === recall['id'])).toMatchObject({
      kind: 'FundRecall',
      state: 'REQUESTED',
      title: expect.stringMatching(/^社区建设 .* 1\.00 元$/u),
      acts: [{ command: 'agreeToRecall' }, { command: 'refuseRecall' }],
    });
    await stage.must('agreeToRecall', { recallId: recall['id'] }, 'fundRecallAnswer');
    expect(await toDo(people.finance)).toEqual(before);
  });

  test('is not told to other roles, nor to the finance officer of another street', async () => {
    const { id } = await offer('4.00');
    for (const other of [people.leader, people.dispatcher, { ...people.finance, street: 'CHENGZI' }]) {
      expect((await toDo(other)).items.map((item) => item.id)).not.toContain(id);
    }
    await stage.must('declineTransfer', { transferId: id, reason: '记错街道' }, 'fundReceipt');
    await stage.reconcile();
  });

  test('is said to be missing while the district is away', async () => {
    const alone = await startTestSubgraph(definition);
    const { data } = await alone.ask(QUERY, {}, { as: people.finance });
    await alone.close();
    expect(data).toMatchObject({ dayu: { toDo: { total: 0, complete: false } } });
  });
});

test('what a street declines comes back to the budget, and cannot be spent', async () => {
  const { id: transferId } = await offer('2.00');
  const receipt = await stage.must('declineTransfer', { transferId, reason: '记错街道' }, 'fundReceipt');
  expect(receipt).toMatchObject({ outcome: 'DECLINED', left: '0.00' });
  expect(await refusal('recordExpenditure', payment(receipt['id'], '0.01'))).toMatchObject({ rule: 'R31' });
  const before = await left();
  await stage.reconcile();
  expect(await stateOf('fund_transfer', transferId)).toBe('DECLINED');
  expect(Number(await left()) - Number(before)).toBeCloseTo(2);
});
const left = async () =>
  (await stage.district.store.query(`SELECT budget_line_left('${lineId}') AS left`))[0]?.['left'];

test('a recall takes what is unspent, and leaves the street before it reaches the district', async () => {
  const { id: fundTransferId } = await offer('10.00');
  const receipt = await acknowledge(fundTransferId);
  await stage.reconcile();
  await spend(receipt['id'], '4.00');
  const recall = (amount: string) =>
    stage.must('requestRecall', { fundTransferId, amount, reason: '结余' }, 'fundRecall');
  const { id: tooMuch } = await recall('6.01');
  expect(await refusal('agreeToRecall', { recallId: tooMuch })).toMatchObject({ rule: 'R31' });
  await stage.must('refuseRecall', { recallId: tooMuch, reason: '已支出' }, 'fundRecallAnswer');
  await stage.reconcile();
  const { id: recallId } = await recall('6.00');
  const before = await left();
  await stage.must('agreeToRecall', { recallId }, 'fundRecallAnswer');
  expect(await left()).toBe(before);
  expect(await refusal('recordExpenditure', payment(receipt['id'], '0.01'))).toMatchObject({ rule: 'R31' });
  await stage.reconcile();
  expect(await stateOf('fund_recall', recallId)).toBe('AGREED');
  expect(Number(await left()) - Number(before)).toBeCloseTo(6);
});

test('a mistake is reversed by an entry that names the first, and once', async () => {
  const receipt = await acknowledge((await offer('3.00'))['id']);
  const first = payment(receipt['id'], '3.00');
  const { id: expenditureId } = await stage.must('recordExpenditure', first, 'expenditure');
  expect(await refusal('recordExpenditure', { ...first, amount: '0.01' })).toMatchObject({ rule: 'R31' });
  const reversal = await stage.must('reverseExpenditure', { expenditureId, reason: '记错' }, 'expenditure');
  expect(reversal['amount']).toBe('-3.00');
  const again = await refusal('reverseExpenditure', { expenditureId, reason: '记错' });
  expect(again).toMatchObject({ rule: 'R31' });
  // The voucher may be recorded correctly now, and stands once.
  await stage.must('recordExpenditure', { ...first, amount: '1.00' }, 'expenditure');
  // Recorded on the day after.
  const [{ id: late }] = await stage.dayu.database.query(
    `INSERT INTO expenditure (created_at, updated_at, receipt_id, voucher, amount, paid_on, purpose, project_id, recorded_by)
     SELECT created_at + interval '1 day', updated_at, receipt_id, 'late', 0.01, paid_on, purpose, project_id, recorded_by
     FROM expenditure WHERE id = $1 RETURNING id`,
    [expenditureId],
  );
  const isLate = async (id: unknown) => {
    const query = 'query ($id: UUID!) { dayu { expenditure(id: $id) { recordedLate } } }';
    return (await stage.dayu.ask(query, { id }, { as: people.finance })).data;
  };
  expect(await isLate(expenditureId)).toEqual({ dayu: { expenditure: { recordedLate: false } } });
  expect(await isLate(late)).toEqual({ dayu: { expenditure: { recordedLate: true } } });
  expect(await refusal('recordExpenditure', { ...first, amount: '1.00' })).toMatchObject({
    field: 'input.voucher',
  });
});

test('a budget line is reversed while nothing is committed of it', async () => {
  const [line] = await stage.district.store.query(`SELECT id FROM budget_line WHERE amount = 5`);
  const reverse = { budgetLineId: line?.['id'], reason: '重复登记' };
  expect(await stage.must('reverseBudgetLine', reverse, 'budgetLine')).toMatchObject({ amount: '-5.00' });
  expect(await refusal('reverseBudgetLine', reverse)).toMatchObject({ rule: 'R31' });
  const { budgetLineId } = reverse;
  const transfer = { budgetLineId, streetCode: 'DAYU', voucher: randomUUID(), amount: '0.01' };
  expect(await refusal('offerTransfer', transfer)).toMatchObject({ rule: 'R31' });
  expect(await refusal('reverseBudgetLine', { ...reverse, budgetLineId: lineId })).toMatchObject({
    rule: 'R31',
  });
});

test('each side works on while the other is down', async () => {
  const receipt = await acknowledge((await offer('1.00'))['id']);
  const { id: transferId } = await offer('1.00');
  // Nothing listens there.
  expect(await stage.reconcile({ DAYU: 'http://127.0.0.1:9', DISTRICT: 'http://127.0.0.1:9' })).toEqual([]);
  await spend(receipt['id'], '1.00');
  expect(await acknowledge(transferId)).toMatchObject({ outcome: 'ACKNOWLEDGED' });
});

describe('the books are reconciled', () => {
  const forced = (side: 'district' | 'dayu', sql: string) =>
    stage[side].store.query(`SET session_replication_role = replica; ${sql}`);
  const differences = async (side: 'district' | 'dayu') => {
    const selected = 'fundReconciliations { party differences { id kind } }';
    const { data } = await stage[side].ask(`{ ${side} { ${selected} } }`, {}, { as: people.office });
    return (data as Record<string, { fundReconciliations: { differences: object[] }[] }>)[side]
      ?.fundReconciliations[0]?.differences;
  };

  test('and say which entry differs, until it does not', async () => {
    const { id } = await offer('7.00');
    const { id: receiptId } = await acknowledge(id);
    await stage.reconcile();
    expect(await differences('district')).toEqual([]);
    await forced('dayu', `UPDATE fund_receipt SET amount = 70 WHERE id = '${receiptId}'`);
    expect(await stage.reconcile()).toHaveLength(2);
    expect(await differences('district')).toEqual([{ id, kind: 'OTHER_CONTENT' }]);
    expect(await differences('dayu')).toEqual([{ id, kind: 'OTHER_CONTENT' }]);
    await forced(
      'dayu',
      `UPDATE fund_receipt SET amount = 7, outcome = 'DECLINED', reason = 'x' WHERE id = '${receiptId}'`,
    );
    await stage.reconcile();
    expect(await differences('district')).toEqual([{ id, kind: 'OTHER_STATE' }]);
    await forced('dayu', `DELETE FROM fund_receipt WHERE id = '${receiptId}'`);
    await stage.reconcile();
    expect(await differences('district')).toEqual([{ id, kind: 'UNKNOWN' }]);
    // A street that was restored from a backup takes the transfer again.
    await acknowledge(id);
    expect(await stage.reconcile()).toEqual([]);
    expect(await differences('district')).toEqual([]);
  });
});

test('statistics of both sides answer how much is spent, by one query each', async () => {
  const office = { as: people.office };
  const { data: ofDistrict } = await stage.district.ask(
    `{ district { budgetStatistics(year: ${YEAR}) { kind budgeted committed left }
       transferStatistics(year: ${YEAR}) { streetCode street { code } transferred acknowledged recalled } } }`,
    {},
    office,
  );
  const { data: ofStreet } = await stage.dayu.ask(
    `{ dayu { fundStatistics(year: ${YEAR}) { kind acknowledged givenBack spent left }
       projectSpending { project { title } spent orders verifiedOrders } } }`,
    {},
    office,
  );
  const { budgetStatistics, transferStatistics } = (ofDistrict as { district: Record<string, never[]> })
    .district;
  const { fundStatistics, projectSpending } = (ofStreet as { dayu: Record<string, never[]> }).dayu;
  expect(budgetStatistics).toEqual([
    {
      kind: '社会建设专项资金',
      budgeted: '1000.00',
      committed: expect.any(String),
      left: expect.any(String),
    },
  ]);
  const [{ acknowledged, givenBack, spent }] = fundStatistics as unknown as [Record<string, string>];
  expect(transferStatistics).toEqual([
    {
      streetCode: 'DAYU',
      street: { code: 'DAYU' },
      transferred: expect.any(String),
      acknowledged,
      recalled: givenBack,
    },
  ]);
  expect(projectSpending).toEqual([{ project: { title: '社区建设' }, spent, orders: 0, verifiedOrders: 0 }]);
});

describe('what the database holds by itself', () => {
  const raw = async (side: 'district' | 'dayu', sql: string) => {
    const runner = stage[side].runtime.createQueryRunner();
    try {
      await runner.query(sql);
      return undefined;
    } catch (error) {
      return (error as Error).message;
    } finally {
      await runner.release();
    }
  };
  const transferSql = (amount: string) =>
    `INSERT INTO fund_transfer (created_at, updated_at, budget_line_id, street_code, voucher, amount, state, offered_by)
     VALUES (now(), now(), '${lineId}', 'DAYU', '${randomUUID()}', ${amount}, 'OFFERED', 'x')`;

  test('transfers within the line, however many write at once', async () => {
    const [row] = await stage.district.store.query(`SELECT budget_line_left('${lineId}') AS left`);
    const half = `${Number(row?.['left']) / 2 + 1}`;
    const told = await Promise.all([1, 2, 3, 4].map(() => raw('district', transferSql(half))));
    expect(told.filter((each) => each === undefined)).toHaveLength(1);
    expect(told.filter((each) => each?.includes('R31'))).toHaveLength(3);
    await forcedDistrict(`DELETE FROM fund_transfer WHERE offered_by = 'x'`);
  });
  const forcedDistrict = (sql: string) =>
    stage.district.store.query(`SET session_replication_role = replica; ${sql}`);

  test('expenditures within the receipt, however many write at once, and nothing is changed or deleted', async () => {
    const { id } = await acknowledge((await offer('10.00'))['id']);
    const sql = (amount: string) =>
      `INSERT INTO expenditure (created_at, updated_at, receipt_id, voucher, amount, paid_on, purpose, project_id, recorded_by)
       VALUES (now(), now(), '${id}', '${randomUUID()}', ${amount}, '${today}', 'x', '${stage.projectId}', 'x')`;
    const told = await Promise.all([1, 2, 3, 4].map(() => raw('dayu', sql('6.00'))));
    expect(told.filter((each) => each === undefined)).toHaveLength(1);
    expect(told.filter((each) => each?.includes('R31'))).toHaveLength(3);
    expect(await raw('dayu', `BEGIN ISOLATION LEVEL REPEATABLE READ; ${sql('1.00')}; COMMIT`)).toMatch(
      /READ COMMITTED/,
    );
    expect(await raw('dayu', `UPDATE expenditure SET amount = 1 WHERE receipt_id = '${id}'`)).toBeDefined();
    expect(await raw('dayu', `DELETE FROM expenditure WHERE receipt_id = '${id}'`)).toBeDefined();
  });

  test('a transfer is answered once, and its amount stays', async () => {
    const { id } = await offer('1.00');
    const answer = (state: string) =>
      raw('district', `UPDATE fund_transfer SET state = '${state}', answered_at = now() WHERE id = '${id}'`);
    expect(await raw('district', `UPDATE fund_transfer SET amount = 2 WHERE id = '${id}'`)).toMatch(
      /answered once/,
    );
    expect(await answer('DECLINED')).toBeUndefined();
    expect(await answer('ACKNOWLEDGED')).toMatch(/answered once/);
  });
});

test('a street sees transfers to it and no others, and the district’s lines not at all', async () => {
  await stage.must(
    'offerTransfer',
    { budgetLineId: lineId, streetCode: 'CHENGZI', voucher: randomUUID(), amount: '0.01' },
    'fundTransfer',
  );
  const { data } = await stage.district.ask(
    '{ district { fundTransfers { nodes { streetCode } } budgetLines { totalCount } budgetStatistics { year } } }',
    {},
    { as: people.finance },
  );
  const { fundTransfers, ...rest } = (
    data as { district: { fundTransfers: { nodes: { streetCode: string }[] } } }
  ).district;
  expect(new Set(fundTransfers.nodes.map(({ streetCode }) => streetCode))).toEqual(new Set(['DAYU']));
  expect(rest).toEqual({ budgetLines: { totalCount: 0 }, budgetStatistics: [] });
});
