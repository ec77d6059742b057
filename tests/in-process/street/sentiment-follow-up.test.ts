import type { Actor } from '@mtg/access';
import { centerHead, centerStaff, communitySecretary } from '../../support/actors';
import { dispatchStage, head, people, type DispatchStage, type Row } from '../../support/dispatch';
import { DELUYUAN, refusal, YUEJIYUAN } from './community-work-support';

const [COMMUNITY, ELSEWHERE] = [DELUYUAN, YUEJIYUAN] as const;
const FOLLOW_UP = 'sentimentFollowUp { id weeklyItem { id } minutesItem { id } sentimentLog { id } }';

let stage: DispatchStage;
beforeAll(async () => {
  stage = await dispatchStage();
});
afterAll(() => stage?.dayu.close());

/** A log of a visit to the community. */
async function heard(): Promise<string> {
  const visit = { centerCode: 'HEALTH', communityCode: COMMUNITY, day: '2026-03-09', form: 'TALK' };
  const said = { record: '谈话', sentimentLogs: [{ text: '楼前停车难' }] };
  const author = centerStaff('DAYU', 'HEALTH', 'author');
  const written = await stage.must('recordVisit', { ...visit, ...said }, author, 'sentimentLogs { id }');
  return written['sentimentLogs'][0].id;
}
async function proposed(...communityCodes: readonly (string | undefined)[]): Promise<string> {
  const meeting = { kind: 'WEEKLY', title: '例会', scheduledAt: '2026-03-09T06:00:00Z' };
  const convoked = await stage.must('convokeMeeting', meeting, people.dispatcher, 'meeting { id }');
  const item = { meetingId: convoked['meeting'].id, centerCode: 'HEALTH', title: '停车', content: '划线' };
  const made = await stage.must('proposeWeeklyItem', { ...item, communityCodes }, head, 'weeklyItem { id }');
  return made['weeklyItem'].id;
}
const followUp = (input: Row, as: Actor = people.dispatcher) =>
  stage.run('followUpSentimentLog', input, as, FOLLOW_UP);
const linked = () => stage.dayu.store.query('SELECT id FROM sentiment_follow_up ORDER BY id');
const downwardOf = async (id: string) => {
  const query = 'query ($id: UUID!) { dayu { trace(id: $id) { downward { id typeName title } } } }';
  const { trace } = await stage.read(query, { id }, people.leader);
  return trace.downward as readonly Row[];
};

test('a log becomes an order by an item of minutes, and its chain leads there', async () => {
  const sentimentLogId = await heard();
  const minutesItemId = await stage.minutesItem('JOINT', 'ISSUED');
  const { payload } = await followUp({ sentimentLogId, minutesItemId }, people.leader);
  expect(payload).toMatchObject({
    sentimentFollowUp: {
      minutesItem: { id: minutesItemId },
      weeklyItem: null,
      sentimentLog: { id: sentimentLogId },
    },
  });
  const order = await stage.order({ keyPointId: null, minutesItemId });
  const downward = await downwardOf(sentimentLogId);
  expect(downward.map(({ typeName }) => typeName)).toEqual(
    expect.arrayContaining(['SentimentFollowUp', 'MinutesItem', 'WorkOrder']),
  );
  expect(downward).toContainEqual(expect.objectContaining({ id: order['id'], typeName: 'WorkOrder' }));
  expect(JSON.stringify(downward)).not.toContain('楼前停车难');
});

test('a log becomes an item of a weekly meeting, from which it is found', async () => {
  const sentimentLogId = await heard();
  const weeklyItemId = await proposed(ELSEWHERE, COMMUNITY);
  expect((await followUp({ sentimentLogId, weeklyItemId }, head)).payload).toMatchObject({
    sentimentFollowUp: { weeklyItem: { id: weeklyItemId }, minutesItem: null },
  });
  expect(await downwardOf(sentimentLogId)).toContainEqual(
    expect.objectContaining({ id: weeklyItemId, typeName: 'WeeklyItem' }),
  );
  const query = `query ($id: UUID!) { dayu { weeklyItem(id: $id) { sentimentFollowUps { sentimentLog { id } } } } }`;
  const { weeklyItem } = await stage.read(query, { id: weeklyItemId }, people.leader);
  expect(weeklyItem.sentimentFollowUps).toEqual([{ sentimentLog: { id: sentimentLogId } }]);
});

test('a log becomes a support issue by the dispatcher, who has read it', async () => {
  const sentimentLogId = await heard();
  const issue = { centerCode: 'HEALTH', communityCode: COMMUNITY, kind: 'PARKING', title: '停车难' };
  const { payload } = await stage.run(
    'raiseSupportIssue',
    { ...issue, sentimentLogId },
    people.dispatcher,
    'supportIssue { id sentimentLog { id } }',
  );
  expect(payload).toMatchObject({ supportIssue: { sentimentLog: { id: sentimentLogId } } });
  expect((await downwardOf(sentimentLogId)).map(({ typeName }) => typeName)).toContain('SupportIssue');
});

describe('nothing is written where a log is taken', () => {
  const cases: readonly (readonly [string, () => Promise<Row>, object])[] = [
    ['nowhere', async () => ({}), { code: 'BAD_USER_INPUT', field: 'input.weeklyItemId' }],
    [
      'to two items',
      async () => ({
        weeklyItemId: await proposed(COMMUNITY),
        minutesItemId: await stage.minutesItem('JOINT', 'ISSUED'),
      }),
      { code: 'BAD_USER_INPUT', field: 'input.weeklyItemId' },
    ],
    [
      'to an item for another community',
      async () => ({ weeklyItemId: await proposed(ELSEWHERE) }),
      { code: 'BAD_USER_INPUT', field: 'input.weeklyItemId' },
    ],
    [
      'to minutes about another community',
      async () => ({
        minutesItemId: await stage.minutesItem('JOINT', 'ISSUED', { item: { community_code: ELSEWHERE } }),
      }),
      { code: 'BAD_USER_INPUT', field: 'input.minutesItemId' },
    ],
    [
      'to a draft',
      async () => ({ minutesItemId: await stage.minutesItem('JOINT', 'DRAFT') }),
      { code: 'CONFLICT', field: 'input.minutesItemId' },
    ],
  ];
  test.each(cases)('%s', async (_, to, refused) => {
    const input = { sentimentLogId: await heard(), ...(await to()) };
    const before = await linked();
    expect(refusal(await followUp(input))).toMatchObject(refused);
    expect(await linked()).toEqual(before);
  });

  test('to the same item twice', async () => {
    const input = { sentimentLogId: await heard(), weeklyItemId: await proposed(COMMUNITY) };
    expect((await followUp(input)).errors).toEqual([]);
    const before = await linked();
    expect(refusal(await followUp(input))).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.weeklyItemId',
    });
    expect(await linked()).toEqual(before);
  });

  test('by those who may not', async () => {
    const input = { sentimentLogId: await heard(), weeklyItemId: await proposed(COMMUNITY) };
    const before = await linked();
    for (const as of [
      centerHead('DAYU', 'CIVIL_AFFAIRS'),
      communitySecretary('DAYU', COMMUNITY),
      people.clerk,
      people.office,
    ]) {
      expect(refusal(await followUp(input, as))).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await linked()).toEqual(before);
  });
});
