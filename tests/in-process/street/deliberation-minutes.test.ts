import { randomUUID } from 'node:crypto';
import { centerHead, communitySecretary, peopleOf } from '../../support/actors';
import { HEARD } from '../../support/heard-centers';
import {
  deliberationStage,
  expectRefusal,
  people,
  type DeliberationStage,
  type Row,
} from '../../support/deliberation';

const { leader, clerk, dispatcher } = people;
const COMMUNITY = '110109001001';

let stage: DeliberationStage;
beforeAll(async () => (stage = await deliberationStage()));
afterAll(() => stage.dayu.close());

const FIELDS = `minutes { id version state number title issuedAt meeting { kind }
  items { number text centerCode communityCode } } items { id number }`;
const ITEMS = [
  { text: '由健康服务中心牵头建档', centerCode: 'HEALTH', communityCode: COMMUNITY },
  { text: '下季度例会时间另行通知' },
];

const draft = async (items: unknown = ITEMS) => {
  const { id: meetingId } = await stage.close('WEEKLY', dispatcher);
  return stage.must('draftMinutes', { meetingId, title: '周例会纪要', items }, dispatcher, FIELDS);
};
const issue = async () => {
  const { minutes } = await draft();
  const number = `大峪纪要〔2026〕${randomUUID()}`;
  return stage.must('issueMinutes', { minutesId: minutes.id, number }, dispatcher, FIELDS);
};

test('minutes are drafted, revised and issued; their items are numbered in their order', async () => {
  const { minutes, items } = await draft();
  expect(minutes).toMatchObject({
    version: 1,
    state: 'DRAFT',
    number: null,
    issuedAt: null,
    meeting: { kind: 'WEEKLY' },
    items: [
      { number: 1, text: ITEMS[0]?.text, centerCode: 'HEALTH', communityCode: COMMUNITY },
      { number: 2, centerCode: null, communityCode: null },
    ],
  });
  const revision = { minutesId: minutes.id, expectedVersion: 1, items: [{ text: '只此一条' }] };
  const revised = await stage.must('reviseMinutes', revision, dispatcher, FIELDS);
  expect(revised['minutes']).toMatchObject({
    version: 2,
    state: 'DRAFT',
    title: '周例会纪要',
    items: [{ number: 1, text: '只此一条' }],
  });
  const issuing = { minutesId: minutes.id, expectedVersion: 2, number: '大峪纪要〔2026〕1号' };
  const issued = await stage.must('issueMinutes', issuing, dispatcher, FIELDS);
  expect(issued['minutes']).toMatchObject({ version: 3, state: 'ISSUED', number: '大峪纪要〔2026〕1号' });
  expect(issued['items']).toEqual(revised['items']);
  // Replaced items stay as tombstones, for clients that refresh a copy.
  const since = { since: '2026-01-01T00:00:00Z' };
  const { data } = await stage.dayu.ask(
    `query ($since: DateTime!) { dayu { minutesItems(filter: { updatedSince: $since }) { nodes { id deletedAt } } } }`,
    since,
    { as: people.analyst },
  );
  const gone = (data as Row)['dayu'].minutesItems.nodes.filter((item: Row) => item['deletedAt'] !== null);
  expect(gone.map(({ id }: Row) => id).sort()).toEqual(items.map(({ id }: Row) => id).sort());
});

test('a meeting leads to its minutes, and an item to its meeting', async () => {
  const { minutes, items } = await issue();
  const { data } = await stage.dayu.ask(
    `{ dayu { minutesItem(id: "${items[0].id}") { minutes { meeting { minutes { id items { id } } } } } } }`,
    {},
    { as: centerHead('DAYU', 'HEALTH') },
  );
  const ids = items.map(({ id }: Row) => ({ id }));
  expect(data).toEqual({
    dayu: { minutesItem: { minutes: { meeting: { minutes: { id: minutes.id, items: ids } } } } },
  });
});

describe('issued minutes are immutable', () => {
  test('for every command', async () => {
    const { minutes } = await issue();
    const minutesId = minutes.id;
    const again = { minutesId, number: randomUUID() };
    await expectRefusal(stage, ['issueMinutes', again, dispatcher], { code: 'CONFLICT', currentVersion: 2 });
    const revision = { minutesId, items: [{ text: '改写' }] };
    await expectRefusal(stage, ['reviseMinutes', revision, dispatcher], { code: 'CONFLICT' });
  });

  test.each<[string, string]>([
    ['their text is rewritten', `UPDATE minutes_item SET text = '改写' WHERE minutes_id = $1`],
    ['an item is withdrawn', 'UPDATE minutes_item SET deleted_at = now() WHERE minutes_id = $1'],
    [
      'an item is taken to other minutes',
      `UPDATE minutes_item SET minutes_id = (SELECT id FROM minutes WHERE state = 'DRAFT' LIMIT 1) WHERE minutes_id = $1`,
    ],
    [
      'an item is brought from other minutes',
      `UPDATE minutes_item SET minutes_id = $1, number = number + 100
       WHERE minutes_id = (SELECT id FROM minutes WHERE state = 'DRAFT' LIMIT 1)`,
    ],
    [
      'an item is added',
      `INSERT INTO minutes_item (minutes_id, number, text, created_at, updated_at) VALUES ($1, 9, '加一条', now(), now())`,
    ],
    [
      'an item is added that calls itself a sample',
      `INSERT INTO minutes_item (minutes_id, number, text, created_at, updated_at, sample)
       VALUES ($1, 9, '加一条', now(), now(), true)`,
    ],
    ['their number changes', `UPDATE minutes SET number = 'x' WHERE id = $1`],
    [
      'they become a draft again',
      `UPDATE minutes SET state = 'DRAFT', number = NULL, issued_at = NULL WHERE id = $1`,
    ],
    ['they are made a sample', 'UPDATE minutes SET sample = true WHERE id = $1'],
    ['they are withdrawn', 'UPDATE minutes SET deleted_at = now() WHERE id = $1'],
  ])('for the role that serves: refused when %s', async (_, sql) => {
    await draft();
    const { minutes } = await issue();
    await expect(stage.dayu.runtime.query(sql, [minutes.id])).rejects.toThrow(
      /issued minutes .* are immutable/u,
    );
  });

  test('for deletion too: the role that serves may delete nothing, and the owner no issued minutes', async () => {
    const { minutes } = await issue();
    for (const sql of [
      'DELETE FROM minutes_item WHERE minutes_id = $1',
      'DELETE FROM minutes WHERE id = $1',
    ]) {
      await expect(stage.dayu.runtime.query(sql, [minutes.id])).rejects.toThrow('permission denied');
      await expect(stage.dayu.database.query(sql, [minutes.id])).rejects.toThrow('immutable');
    }
  });

  test('but a sample can be written whole and removed whole', async () => {
    const { id: meetingId } = await stage.close('WEEKLY', dispatcher);
    const { database } = stage.dayu;
    const [{ id }] = await database.query(
      `INSERT INTO minutes (meeting_id, state, title, number, issued_at, created_at, updated_at, sample)
       VALUES ($1, 'ISSUED', '样例', $2, now(), now(), now(), true) RETURNING id`,
      [meetingId, randomUUID()],
    );
    await database.query(
      `INSERT INTO minutes_item (minutes_id, number, text, created_at, updated_at, sample)
       VALUES ($1, 1, '样例', now(), now(), true)`,
      [id],
    );
    await expect(
      stage.dayu.runtime.query(`UPDATE minutes_item SET text = '改写' WHERE minutes_id = $1`, [id]),
    ).rejects.toThrow('immutable');
    await database.query('DELETE FROM minutes_item WHERE minutes_id = $1', [id]);
    await database.query('DELETE FROM minutes WHERE id = $1', [id]);
  });
});

test('minutes are of a meeting that was held, one set of each, and issued when it is over', async () => {
  const input = (meetingId: string) => ({ meetingId, title: '纪要', items: ITEMS });
  const convoked = await stage.convoke('WEEKLY', dispatcher);
  await expectRefusal(stage, ['draftMinutes', input(convoked.id), dispatcher], {
    code: 'CONFLICT',
    currentVersion: 1,
  });
  await stage.must('cancelMeeting', { meetingId: convoked.id, reason: '停开' }, dispatcher, 'meeting { id }');
  await expectRefusal(stage, ['draftMinutes', input(convoked.id), dispatcher], { code: 'CONFLICT' });

  const open = await stage.open('WEEKLY', dispatcher);
  const { minutes } = await stage.must('draftMinutes', input(open.id), dispatcher, 'minutes { id }');
  await expectRefusal(stage, ['draftMinutes', input(open.id), dispatcher], {
    code: 'BAD_USER_INPUT',
    field: 'input.meetingId',
  });
  const issuing = { minutesId: minutes.id, number: randomUUID() };
  await expectRefusal(stage, ['issueMinutes', issuing, dispatcher], { code: 'CONFLICT', currentVersion: 2 });
  for (const [command, input] of Object.entries(HEARD)) {
    const as = command === 'recordCenterReport' ? centerHead('DAYU', 'HEALTH') : dispatcher;
    await stage.must(command, { meetingId: open.id, ...input }, as, 'meeting { id }');
  }
  await stage.must('closeMeeting', { meetingId: open.id }, dispatcher, 'meeting { id }');
  await stage.must('issueMinutes', issuing, dispatcher, 'minutes { id }');
  const other = (await draft())['minutes'].id;
  await expectRefusal(stage, ['issueMinutes', { ...issuing, minutesId: other }, dispatcher], {
    code: 'BAD_USER_INPUT',
    field: 'input.number',
  });
});

test.each<[string, unknown, string, string]>([
  ['no items', [], 'BAD_USER_INPUT', 'input.items'],
  ['an item without text', [{ text: ' ' }], 'BAD_USER_INPUT', 'input.items.0.text'],
  ['a center that is none', [{ text: 'x', centerCode: 'X' }], 'NOT_FOUND', 'input.items.0.centerCode'],
  [
    'another street’s community',
    [{ text: 'x' }, { text: 'y', communityCode: '110109002001' }],
    'NOT_FOUND',
    'input.items.1.communityCode',
  ],
])('minutes do not have %s', async (_, items, code, field) => {
  const { id: meetingId } = await stage.close('WEEKLY', dispatcher);
  await expectRefusal(stage, ['draftMinutes', { meetingId, title: '纪要', items }, dispatcher], {
    code,
    field,
  });
});

test('each kind of meeting has who keeps its minutes; a late reviser is told', async () => {
  const { id: weekly } = await stage.close('WEEKLY', dispatcher);
  const input = { title: '纪要', items: ITEMS };
  for (const as of [leader, clerk, communitySecretary('DAYU', COMMUNITY), peopleOf('DATAI').dispatcher]) {
    await expectRefusal(stage, ['draftMinutes', { ...input, meetingId: weekly }, as], { code: 'FORBIDDEN' });
  }
  const { id: joint } = await stage.open('JOINT', leader);
  await expectRefusal(stage, ['draftMinutes', { ...input, meetingId: joint }, leader], { code: 'FORBIDDEN' });
  const { minutes } = await stage.must(
    'draftMinutes',
    { ...input, meetingId: joint },
    clerk,
    'minutes { id }',
  );
  for (const [command, values] of [
    ['reviseMinutes', { items: ITEMS }],
    ['issueMinutes', { number: 'x' }],
  ] as const) {
    const attempt = { minutesId: minutes.id, ...values };
    await expectRefusal(stage, [command, attempt, dispatcher], { code: 'FORBIDDEN' });
    await expectRefusal(stage, [command, { ...attempt, expectedVersion: 3 }, clerk], {
      code: 'CONFLICT',
      currentVersion: 1,
    });
  }
});

test('items of a special meeting follow from its trigger, and say how (R05)', async () => {
  await stage.memberOf('门头沟区医院');
  const register = { title: '选址', content: '停车楼选址' };
  const matter = async () =>
    (await stage.must('registerMajorMatter', register, clerk, 'majorMatter { id }'))['majorMatter'].id;
  const [own, other] = [await matter(), await matter()];
  const trigger = { kind: 'MAJOR_MATTER', majorMatterId: own };
  const topic = { title: '选址', majorMatterId: own };
  const mixed = [topic, { title: '拆迁', majorMatterId: other }];
  const convoking = { kind: 'SPECIAL', title: '会议', scheduledAt: stage.now(), trigger };
  await expectRefusal(stage, ['convokeMeeting', { ...convoking, agenda: mixed }, clerk], {
    code: 'RULE_VIOLATION',
    rule: 'R05',
    missing: ['agenda.1.majorMatterId'],
  });
  const agenda = [topic];
  const { id: meetingId } = await stage.convoke('SPECIAL', clerk, { trigger, agenda });
  await stage.must('openMeeting', { meetingId }, clerk, 'meeting { id }');
  const drafting = (items: unknown) => ({ meetingId, title: '专题纪要', items });
  const text = '完成选址论证';
  for (const [item, missing] of [
    [{ text, agendaNumber: 1 }, 'items.0.relation'],
    [{ text, agendaNumber: 1, relation: '-' }, 'items.0.relation'],
    [{ text, relation: '选址须先论证' }, 'items.0.agendaNumber'],
  ] as const) {
    await expectRefusal(stage, ['draftMinutes', drafting([item]), clerk], {
      code: 'RULE_VIOLATION',
      rule: 'R05',
      missing: [missing],
    });
  }
  const good = { text, relation: '选址须先论证', agendaNumber: 1 };
  const { items } = await stage.must('draftMinutes', drafting([good]), clerk, 'items { text relation }');
  expect(items).toEqual([{ text, relation: '选址须先论证' }]);
});

test('a special meeting on a rainstorm orders no demolition (R05)', async () => {
  const trigger = { kind: 'URGENT_MATTER', urgency: '暴雨' };
  const agenda = [{ title: '排查积水点' }];
  const { id: meetingId } = await stage.convoke('SPECIAL', clerk, { trigger, agenda });
  await stage.must('openMeeting', { meetingId }, clerk, 'meeting { id }');
  const demolition = { text: '拆除南片房屋', relation: '暴雨', centerCode: 'URBAN_MANAGEMENT' };
  const drafting = { meetingId, title: '专题纪要', items: [demolition] };
  await expectRefusal(stage, ['draftMinutes', drafting, clerk], {
    code: 'RULE_VIOLATION',
    rule: 'R05',
    missing: ['items.0.agendaNumber'],
  });
  const absent = { unit: '门头沟区医院', attendance: 'ABSENT', reason: '出诊' };
  for (const records of [[], [absent]]) {
    if (records.length > 0)
      await stage.must('recordAttendance', { meetingId, records }, clerk, 'meeting { id }');
    await expectRefusal(stage, ['closeMeeting', { meetingId }, clerk], {
      code: 'RULE_VIOLATION',
      rule: 'R05',
      missing: ['attendance'],
    });
  }
});
