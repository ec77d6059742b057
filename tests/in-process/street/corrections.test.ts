import type { Actor } from '@mtg/access';
import { centerHead, centerStaff } from '../../support/actors';
import type { CommandAnswer } from '../../support/commands';
import { COMMUNITIES, dispatchStage, head, people, staff, type DispatchStage } from '../../support/dispatch';
import { correctable } from '../../support/target-fixtures/corrections';
import { HERE } from '../../support/everybody';
import { DELUYUAN, refusal } from './community-work-support';

/** A Monday. */
const NOW = '2026-03-09T02:00:00Z';
let stage: DispatchStage;
beforeEach(async () => {
  stage = await dispatchStage(NOW);
});
afterEach(() => stage.dayu.close());

type Input = Readonly<Record<string, unknown>>;

const CORRECTIONS = `corrections { field oldValue newValue reason correctedBy role madeVersion corrected { id } }`;
const correct = (command: string, input: Input, as: Actor, row = 'corrections { id }') =>
  stage.run(command, { reason: '登记时笔误', ...input }, as, `${row} ${CORRECTIONS}`);
const CORRECTING = ['project', 'work_order', 'center_report', 'community_visit'];
/** All rows that a correction might write. */
const rows = async () =>
  Promise.all(
    CORRECTING.flatMap((table) => [table, `${table}_correction`]).map((table) =>
      stage.dayu.store.query(`SELECT * FROM ${table} ORDER BY id`),
    ),
  );

async function expectRefused(answer: () => Promise<CommandAnswer>, expected: object): Promise<void> {
  const before = await rows();
  expect(refusal(await answer())).toMatchObject(expected);
  expect(await rows()).toEqual(before);
}

describe('a project charter', () => {
  test('is corrected with the old values kept, and both are in the audit and in the chain', async () => {
    const projectId = await stage.project();
    const { payload, errors } = await correct(
      'correctProject',
      { projectId, deadline: '2027-12-31', communityCodes: [DELUYUAN] },
      people.dispatcher,
      'project { id version charter { deadline communityCodes goals } }',
    );
    expect(errors).toEqual([]);
    const by = { reason: '登记时笔误', correctedBy: people.dispatcher.subject, role: 'DISPATCHER' };
    const of = { madeVersion: 2, corrected: { id: projectId } };
    expect(payload).toEqual({
      project: {
        id: projectId,
        version: 2,
        charter: { deadline: '2027-12-31', communityCodes: [DELUYUAN], goals: '六处坡道' },
      },
      corrections: [
        {
          field: 'communityCodes',
          oldValue: JSON.stringify(COMMUNITIES),
          newValue: JSON.stringify([DELUYUAN]),
          ...by,
          ...of,
        },
        { field: 'deadline', oldValue: '2028-12-31', newValue: '2027-12-31', ...by, ...of },
      ],
    });
    const [entry] = await stage.dayu.store.query(
      'SELECT command, outcome, cardinality(targets) AS written FROM audit_entry ORDER BY sequence DESC LIMIT 1',
    );
    expect(entry).toEqual({ command: 'correctProject', outcome: 'ALLOWED', written: 3 });
    const shown = await stage.read(
      `query ($id: UUID!) { dayu { project(id: $id) { corrections { field oldValue } }
         trace(id: $id) { downward { typeName title } } } }`,
      { id: projectId },
      people.leader,
    );
    expect(shown).toEqual({
      project: {
        corrections: [
          { field: 'communityCodes', oldValue: JSON.stringify(COMMUNITIES) },
          { field: 'deadline', oldValue: '2028-12-31' },
        ],
      },
      trace: {
        downward: [
          { typeName: 'ProjectCorrection', title: 'communityCodes' },
          { typeName: 'ProjectCorrection', title: 'deadline' },
        ],
      },
    });
  });

  test('holds its orders, and is drawn up before it is due', async () => {
    const projectId = await stage.project();
    await stage.order({ projectId, deadline: '2026-03-20' });
    for (const deadline of ['2026-03-19', '2026-03-08']) {
      await expectRefused(() => correct('correctProject', { projectId, deadline }, people.dispatcher), {
        code: 'BAD_USER_INPUT',
        field: 'input.deadline',
      });
    }
    const { errors } = await correct(
      'correctProject',
      { projectId, deadline: '2026-03-20' },
      people.dispatcher,
    );
    expect(errors).toEqual([]);
  });

  test.each<[string, Input, object]>([
    [
      'without words as the reason',
      { title: '新', reason: '——' },
      { code: 'BAD_USER_INPUT', field: 'input.reason' },
    ],
    ['to what it is', { title: '无障碍改造' }, { code: 'BAD_USER_INPUT', field: 'input.title' }],
    ['in nothing', {}, { code: 'BAD_USER_INPUT' }],
    ['for a community of another street', { communityCodes: ['110109002001'] }, { code: 'NOT_FOUND' }],
    ['as it was before another change', { title: '新', expectedVersion: 7 }, { code: 'CONFLICT' }],
  ])('is not corrected %s', async (_, input, expected) => {
    const projectId = await stage.project();
    await expectRefused(
      () => correct('correctProject', { projectId, ...input }, people.dispatcher),
      expected,
    );
  });

  test('is not corrected by another than the dispatcher', async () => {
    const projectId = await stage.project();
    for (const as of [head, people.leader, people.office]) {
      await expectRefused(() => correct('correctProject', { projectId, title: '新' }, as), {
        code: 'FORBIDDEN',
      });
    }
  });
});

describe('a work order', () => {
  test('gets another responsible person and other words until it ends', async () => {
    const { id: workOrderId } = await stage.orderIn('SUBMITTED');
    const { payload } = await correct(
      'correctWorkOrder',
      { workOrderId, responsiblePerson: '王敏（城建）', content: '协调三处' },
      people.dispatcher,
      'workOrder { state responsiblePerson content }',
    );
    expect(payload).toMatchObject({
      workOrder: { state: 'SUBMITTED', responsiblePerson: '王敏（城建）', content: '协调三处' },
      corrections: [{ field: 'content' }, { field: 'responsiblePerson', oldValue: '王敏' }],
    });
  });

  test.each(['CLOSED', 'CANCELLED'])('that is %s stays as it is', async (state) => {
    const { id: workOrderId } = await stage.orderIn(state);
    await expectRefused(() => correct('correctWorkOrder', { workOrderId, title: '新' }, people.dispatcher), {
      code: 'CONFLICT',
    });
  });
});

describe('a center’s report', () => {
  const report = async () => (await correctable(stage, 'correctCenterReport', HERE))['centerReportId'];
  const here = centerHead('DAYU', HERE.center);

  test('is corrected after its meeting, in the parts of that meeting', async () => {
    const centerReportId = await report();
    const { payload } = await correct(
      'correctCenterReport',
      { centerReportId, thisWeek: '完成三处' },
      here,
      'centerReport { thisWeek nextWeek }',
    );
    expect(payload).toMatchObject({
      centerReport: { thisWeek: '完成三处', nextWeek: '计划' },
      corrections: [{ field: 'thisWeek', oldValue: '完成', newValue: '完成三处' }],
    });
    await expectRefused(() => correct('correctCenterReport', { centerReportId, progress: '过半' }, here), {
      code: 'BAD_USER_INPUT',
      field: 'input.progress',
    });
  });

  test('is not corrected by another center', async () => {
    const centerReportId = await report();
    const other = centerHead('DAYU', 'CIVIL_AFFAIRS');
    await expectRefused(() => correct('correctCenterReport', { centerReportId, thisWeek: '无' }, other), {
      code: 'FORBIDDEN',
    });
  });
});

describe('a visit', () => {
  const PLAN = { centerCode: 'HEALTH', people: [staff.subject], route: '南', actions: '看' };
  const plan = async (day: string) => {
    const input = { ...PLAN, day, communityCodes: [DELUYUAN] };
    return (await stage.must('planVisit', input, head, 'visitPlan { id }'))['visitPlan'].id as string;
  };
  const visit = async (planId: string, day = '2026-03-09') => {
    const made = { centerCode: 'HEALTH', communityCode: DELUYUAN, day, form: 'CALL', planId };
    const said = { record: '已走访', sentimentLogs: [{ text: '路灯' }] };
    const row = await stage.must('recordVisit', { ...made, ...said }, staff, 'communityVisit { id }');
    return row['communityVisit'].id as string;
  };

  test('is moved to the day and the plan that it was of', async () => {
    const [wrong, right] = [await plan('2026-03-09'), await plan('2026-03-10')];
    stage.setTime('2026-03-12T02:00:00Z');
    const communityVisitId = await visit(wrong);
    const { payload, errors } = await correct(
      'correctCommunityVisit',
      { communityVisitId, day: '2026-03-10', planId: right },
      staff,
      'communityVisit { day plan { id } }',
    );
    expect(errors).toEqual([]);
    expect(payload).toMatchObject({
      communityVisit: { day: '2026-03-10', plan: { id: right } },
      corrections: [
        { field: 'day', oldValue: '2026-03-09', newValue: '2026-03-10' },
        { field: 'planId', oldValue: wrong, newValue: right },
      ],
    });
  });

  test.each<[string, Input, Actor, object]>([
    ['to a day of another plan (R24)', { day: '2026-03-08' }, staff, { code: 'RULE_VIOLATION', rule: 'R24' }],
    [
      'to a day after it was recorded',
      { day: '2026-03-10' },
      staff,
      { code: 'BAD_USER_INPUT', field: 'input.day' },
    ],
    [
      'by a colleague',
      { form: 'TALK' },
      centerStaff('DAYU', 'HEALTH', 'colleague'),
      { code: 'BAD_USER_INPUT', field: 'input.communityVisitId' },
    ],
    ['by another center', { form: 'TALK' }, centerStaff('DAYU', 'CULTURE_EDUCATION'), { code: 'FORBIDDEN' }],
  ])('is not corrected %s', async (_, input, as, expected) => {
    const communityVisitId = await visit(await plan('2026-03-09'));
    stage.setTime('2026-03-12T02:00:00Z');
    await expectRefused(() => correct('correctCommunityVisit', { communityVisitId, ...input }, as), expected);
  });
});

test.each([
  ['project', `title = 'x'`],
  ['work_order', `title = 'x'`],
  ['center_report', `this_week = 'x'`],
  ['community_visit', `form = 'TALK'`],
])('the database lets %s change only with the correction that keeps the old value', async (table, change) => {
  await stage.orderIn('ISSUED');
  for (const command of ['correctCenterReport', 'correctCommunityVisit'])
    await correctable(stage, command, HERE);
  await expect(
    stage.dayu.runtime.query(`UPDATE ${table} SET ${change}, version = version + 1`),
  ).rejects.toThrow('keeps no correction');
  await expect(stage.dayu.runtime.query(`UPDATE ${table} SET created_at = now()`)).rejects.toThrow(
    'changes no such column',
  );
  await expect(stage.dayu.runtime.query(`DELETE FROM ${table}_correction`)).rejects.toThrow(
    'permission denied',
  );
});
