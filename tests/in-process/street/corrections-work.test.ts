import type { Actor } from '@mtg/access';
import { snakeCase } from '@mtg/subgraph-kit';
import { centerHead, centerStaff } from '../../support/actors';
import { CORRECTED_FIELDS } from '../../support/corrected-tables';
import { COMMUNITIES, dispatchStage, head, people, type DispatchStage } from '../../support/dispatch';
import { HERE } from '../../support/everybody';
import { correctable, corrections } from '../../support/target-fixtures/corrections';
import { meeting } from '../../support/target-fixtures/deliberation';
import { refusal } from './community-work-support';

let stage: DispatchStage;
beforeAll(async () => {
  stage = await dispatchStage('2026-03-09T02:00:00Z');
});
afterAll(() => stage.dayu.close());

type Input = Readonly<Record<string, unknown>>;
const secretary: Actor = {
  subject: 'secretary',
  role: 'COMMUNITY_SECRETARY',
  street: 'DAYU',
  community: HERE.community,
};
const security = centerHead('DAYU', 'PUBLIC_SECURITY');
const elsewhere = centerHead('DAYU', 'CIVIL_AFFAIRS');

/** Correctors and strangers of each kind of record; written from the domain. */
const BY: readonly (readonly [type: keyof typeof CORRECTED_FIELDS, as: Actor, stranger: Actor])[] = [
  ['WeeklyItem', head, elsewhere],
  ['ProgressReport', secretary, head],
  ['ConveyedDocument', head, elsewhere],
  ['Highlight', secretary, elsewhere],
  ['VisitRecord', head, elsewhere],
  ['SentimentLog', head, elsewhere],
  ['HallVisit', head, elsewhere],
  ['SupportContribution', head, elsewhere],
  ['DeputyActivity', people.clerk, head],
  ['EnforcementTeam', people.leader, security],
  ['EnforcementAction', security, head],
  ['EnforcementObject', security, head],
  ['Consultation', head, elsewhere],
  ['ConsultationConclusion', head, elsewhere],
  ['JointActionCall', people.dispatcher, head],
  ['FosteredOrganization', head, elsewhere],
  ['FosteringStage', head, elsewhere],
  ['JointActivity', head, elsewhere],
];

let serial = 0;
const aimAt = async (command: string, input: Input = {}): Promise<Input> => {
  const target = await correctable(stage, command, HERE);
  const words = corrections(command, (serial += 1));
  const given = { ...target, ...words, reason: '登记时笔误', ...input };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
};
const correct = async (command: string, input: Input, as: Actor) =>
  stage.run(command, input, as, 'corrections { field oldValue newValue reason corrected { id version } }');
const entriesOf = (type: string) =>
  stage.dayu.store.query(`SELECT * FROM ${snakeCase(type)}_correction ORDER BY id`);

test.each(BY)(
  '%s is corrected with the old value kept, and not by a stranger',
  async (type, as, stranger) => {
    const command = `correct${type}`;
    const input = await aimAt(command);
    const before = await entriesOf(type);
    expect(refusal(await correct(command, input, stranger))).toMatchObject({ code: 'FORBIDDEN' });
    const wordless = await correct(command, { ...input, reason: '——' }, as);
    expect(refusal(wordless)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.reason' });
    expect(await entriesOf(type)).toEqual(before);
    const { payload, errors } = await correct(command, input, as);
    expect(errors).toEqual([]);
    const kept = payload?.['corrections'] as readonly Input[];
    expect(kept.length).toBeGreaterThan(0);
    for (const each of kept) {
      expect(each).toMatchObject({ reason: '登记时笔误', corrected: { version: 2 } });
      expect(each['newValue']).toEqual(String(input[String(each['field'])]));
      expect(each['oldValue']).not.toEqual(each['newValue']);
    }
  },
);

test.each(BY)('the database keeps %s from changing without a correction', async (type) => {
  const target = await correctable(stage, `correct${type}`, HERE);
  const id = String(Object.values(target)[0]);
  const table = snakeCase(type);
  const field = snakeCase(CORRECTED_FIELDS[type]);
  const other = field === 'day' ? `'2020-01-01'` : `'x'`;
  await expect(
    stage.dayu.runtime.query(
      `UPDATE ${table} SET ${field} = ${other}, version = version + 1 WHERE id = '${id}'`,
    ),
  ).rejects.toThrow('keeps no correction');
  await expect(
    stage.dayu.runtime.query(`UPDATE ${table} SET created_at = now() WHERE id = '${id}'`),
  ).rejects.toThrow('changes no such column');
  await expect(stage.dayu.runtime.query(`DELETE FROM ${table}_correction`)).rejects.toThrow(
    'permission denied',
  );
});

const LATE = { code: 'BAD_USER_INPUT' };
test.each<[string, Input, Actor, string]>([
  ['correctConveyedDocument', { conveyedOn: '2026-03-10' }, head, 'input.conveyedOn'],
  ['correctHallVisit', { day: '2026-03-10' }, head, 'input.day'],
  ['correctDeputyActivity', { day: '2026-03-10' }, people.clerk, 'input.day'],
  ['correctEnforcementAction', { day: '2026-03-10' }, security, 'input.day'],
  ['correctConsultation', { consultedOn: '2026-03-10' }, head, 'input.consultedOn'],
  ['correctFosteredOrganization', { since: '2026-03-10' }, head, 'input.since'],
  ['correctFosteringStage', { reachedOn: '2026-03-10' }, head, 'input.reachedOn'],
  ['correctJointActivity', { heldOn: '2026-03-10' }, head, 'input.heldOn'],
])('%s gives no day after the recording: %j', async (command, input, as, field) => {
  expect(refusal(await correct(command, await aimAt(command, input), as))).toMatchObject({ ...LATE, field });
});

test.each(['VisitRecord', 'SentimentLog', 'HallVisit', 'CommunityVisit'])(
  'the %s of another is corrected by the head, and by no colleague',
  async (type) => {
    const command = `correct${type}`;
    const input = await aimAt(command);
    const colleague = centerStaff('DAYU', 'HEALTH', 'colleague');
    const field = `input.${type.replace(/^./u, (initial) => initial.toLowerCase())}Id`;
    expect(refusal(await correct(command, input, colleague))).toMatchObject({
      code: 'BAD_USER_INPUT',
      field,
    });
    expect((await correct(command, input, head)).errors).toEqual([]);
  },
);

test('an author corrects the own record', async () => {
  const input = await aimAt('correctVisitRecord');
  const author = centerStaff('DAYU', 'HEALTH');
  await stage.dayu.store.query(
    `UPDATE visit_record SET author_subject = '${author.subject}' WHERE id = '${String(input['visitRecordId'])}'`,
  );
  expect((await correct('correctVisitRecord', input, author)).errors).toEqual([]);
});

test('what the weekly meeting passed stays, and its remark is the dispatcher’s (R22)', async () => {
  const input = await aimAt('correctWeeklyItem');
  await stage.dayu.store.query(
    `UPDATE weekly_item SET state = 'PASSED', decided_at = now() WHERE id = '${String(input['weeklyItemId'])}'`,
  );
  expect(refusal(await correct('correctWeeklyItem', input, head))).toMatchObject({ code: 'CONFLICT' });
  const remark = { weeklyItemId: input['weeklyItemId'], reason: '笔误', remark: '同意，分两批' };
  expect(refusal(await correct('correctWeeklyItem', remark, head))).toMatchObject({ field: 'input.remark' });
  expect((await correct('correctWeeklyItem', remark, people.dispatcher)).errors).toEqual([]);
});

test('an item keeps the community whose sentiment log it deals with', async () => {
  const input = await aimAt('correctWeeklyItem');
  const { sentimentLogId } = await correctable(stage, 'correctSentimentLog', HERE);
  await stage.add('sentiment_follow_up', {
    sentiment_log_id: sentimentLogId,
    weekly_item_id: input['weeklyItemId'],
  });
  const moved = await correct(
    'correctWeeklyItem',
    { ...input, communityCodes: [COMMUNITIES.find((code) => code !== HERE.community)] },
    head,
  );
  expect(refusal(moved)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.communityCodes' });
});

test('a theme is a word, and can be cleared', async () => {
  const input = await aimAt('correctSentimentLog', { theme: '3号楼李某' });
  expect(refusal(await correct('correctSentimentLog', input, head))).toMatchObject({ field: 'input.theme' });
  const right = await correct('correctSentimentLog', { ...input, theme: '停车' }, head);
  expect(right.errors).toEqual([]);
  const { text: _, theme: __, ...same } = input;
  const cleared = await correct(
    'correctSentimentLog',
    { ...same, expectedVersion: 2, clear: ['theme'] },
    head,
  );
  expect(cleared.payload?.['corrections']).toMatchObject([
    { field: 'theme', oldValue: '停车', newValue: null },
  ]);
});

test('what a department has confirmed stays (R18), and the month of a consultation follows its day', async () => {
  const input = await aimAt('correctConsultation', { consultedOn: '2026-03-02' });
  const id = String(input['consultationId']);
  expect((await correct('correctConsultation', input, head)).errors).toEqual([]);
  await stage.dayu.store.query(
    `UPDATE consultation SET state = 'CONFIRMED', confirmed_at = now(), confirmed_by = 'x' WHERE id = '${id}'`,
  );
  const again = { consultationId: id, reason: '笔误', matters: '其他' };
  expect(refusal(await correct('correctConsultation', again, head))).toMatchObject({ code: 'CONFLICT' });
});

test('an action stays within its mandate (R33)', async () => {
  const outside = await aimAt('correctEnforcementAction', { day: '2026-02-20' });
  expect(refusal(await correct('correctEnforcementAction', outside, security))).toMatchObject({
    rule: 'R33',
  });
  await expect(
    stage.dayu.runtime.query(`UPDATE enforcement_action SET day = '2026-02-20', version = version + 1`),
  ).rejects.toThrow('within a mandate');
});

test('a team’s name is its own', async () => {
  const [first, second] = [await aimAt('correctEnforcementTeam'), await aimAt('correctEnforcementTeam')];
  expect((await correct('correctEnforcementTeam', first, people.leader)).errors).toEqual([]);
  const same = await correct('correctEnforcementTeam', { ...second, name: first['name'] }, people.leader);
  expect(refusal(same)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.name' });
});

test('an activity that a report counts stays in the year of the report (R16)', async () => {
  const input = await aimAt('correctDeputyActivity', { day: '2025-12-31' });
  const report = await stage.add('deputy_report', {
    year: 2026,
    title: '报告',
    content: '作用',
    recipients: ['PEOPLES_CONGRESS', 'CPPCC', 'ORGANIZATION_DEPARTMENT'],
    issued_on: '2026-03-09',
  });
  await stage.add('deputy_report_activity', { report_id: report, activity_id: input['deputyActivityId'] });
  expect(refusal(await correct('correctDeputyActivity', input, people.clerk))).toMatchObject({
    field: 'input.day',
  });
});

describe('a report that was recorded for a head (代录)', () => {
  const report = async (recordedBy: string | null) => {
    const meetingId = await meeting(stage, 'WEEKLY', 'CLOSED');
    const parts = { this_week: '完成', next_week: '计划', community_matters: '无' };
    const of = { meeting_id: meetingId, center_code: 'HEALTH', recorded_by: recordedBy };
    return stage.add('center_report', { ...of, ...parts });
  };
  const change = async (by: string | null, as: Actor) =>
    correct(
      'correctCenterReport',
      { centerReportId: await report(by), thisWeek: '三处', reason: '笔误' },
      as,
    );

  test.each<[string, string | null, Actor]>([
    ['the clerk who recorded it', people.clerk.subject, people.clerk],
    ['the dispatcher who recorded it', people.dispatcher.subject, people.dispatcher],
    ['the head whom it was recorded for', people.clerk.subject, head],
    ['the head who recorded it', null, head],
  ])('is corrected by %s', async (_, by, as) => {
    expect((await change(by, as)).errors).toEqual([]);
  });

  test.each<[string, string | null, Actor, object]>([
    ['a clerk who did not', people.dispatcher.subject, people.clerk, { field: 'input.centerReportId' }],
    ['a dispatcher who did not', null, people.dispatcher, { field: 'input.centerReportId' }],
    ['the head of another center', people.clerk.subject, elsewhere, { code: 'FORBIDDEN' }],
  ])('is not corrected by %s', async (_, by, as, expected) => {
    expect(refusal(await change(by, as))).toMatchObject(expected);
  });
});
