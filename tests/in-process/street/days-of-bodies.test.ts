import { randomUUID } from 'node:crypto';
import { communitySecretary, centerHead } from '../../support/actors';
import { dispatchStage, people, type DispatchStage } from '../../support/dispatch';

const COMMUNITY = '110109001001';
const section = centerHead('DAYU', 'SOCIAL_MOBILIZATION');
let stage: DispatchStage;
beforeEach(async () => {
  stage = await dispatchStage('2027-01-11T02:00:00Z');
});
afterEach(() => stage.dayu.close());

const MEMBER = 'member { id version state appointedAt endedAt steps { command happenedOn recordedLate } }';

/** Nominates a member of a community's body, and reviews the nomination on a day. */
async function reviewed(reviewedOn?: string) {
  const { member } = await stage.must(
    'nominateMember',
    {
      bodyCode: `ENLARGED_COMMUNITY_PARTY_COMMITTEE:${COMMUNITY}`,
      personName: `李强${randomUUID().slice(0, 4)}`,
      category: 'COMMUNITY_SOCIAL_ORGANIZATION',
      position: 'MEMBER',
      seat: `席位${randomUUID().slice(0, 4)}`,
      unit: `社团${randomUUID().slice(0, 4)}`,
    },
    communitySecretary('DAYU', COMMUNITY),
    MEMBER,
  );
  const review = { memberId: member.id, outcome: 'REVIEWED', ...(reviewedOn && { reviewedOn }) };
  await stage.must('reviewNomination', review, section, MEMBER);
  return member.id as string;
}

const decision = (decidedAt: string) => ({
  decision: { number: `工委${randomUUID()}`, decidedAt, summary: '同意' },
});
const appoint = (memberId: string, appointedOn: string | undefined, decidedAt: string) =>
  stage.run(
    'appointMember',
    { memberId, ...decision(decidedAt), ...(appointedOn !== undefined && { appointedOn }) },
    people.clerk,
    MEMBER,
  );

test('an appointment and its end of a past year count for their days, and each step is shown as recorded late', async () => {
  const memberId = await reviewed('2026-03-02');
  const { payload, errors } = await appoint(memberId, '2026-03-10', '2026-03-09T02:00:00Z');
  expect(errors).toEqual([]);
  expect(payload?.['member']).toMatchObject({ state: 'APPOINTED', appointedAt: '2026-03-09T16:00:00.000Z' });
  const end = { memberId, reason: '调离', documentNumber: '免〔2026〕1号', endedOn: '2026-09-01' };
  const { member } = await stage.must('endMembership', end, people.clerk, MEMBER);
  expect(member).toMatchObject({
    state: 'ENDED',
    endedAt: '2026-08-31T16:00:00.000Z',
    steps: [
      { command: 'nominateMember', happenedOn: null, recordedLate: false },
      { command: 'reviewNomination', happenedOn: '2026-03-02', recordedLate: true },
      { command: 'appointMember', happenedOn: '2026-03-10', recordedLate: true },
      { command: 'endMembership', happenedOn: '2026-09-01', recordedLate: true },
    ],
  });
});

test.each([
  ['in the future', '2027-01-12', 'input.appointedOn：2027-01-12 晚于今天'],
  ['before its decision', '2026-03-08', 'input.appointedOn：2026-03-08 早于任命文件或决策的日期 2026-03-09'],
])('an appointment %s is refused, and nothing is written', async (_, day, words) => {
  const memberId = await reviewed('2026-03-02');
  const { payload, errors } = await appoint(memberId, day, '2026-03-09T02:00:00Z');
  expect(payload).toBeNull();
  expect(errors[0]).toMatchObject({ message: expect.stringContaining(words) });
  expect(await stage.dayu.store.query('SELECT state, appointed_at FROM body_member')).toEqual([
    { state: 'REVIEWED', appointed_at: null },
  ]);
});

test('a review of today is later than a decision of last year, which R32 refuses', async () => {
  const { errors } = await appoint(await reviewed(), '2026-03-10', '2026-03-09T02:00:00Z');
  expect(errors[0]?.extensions).toMatchObject({ code: 'RULE_VIOLATION', rule: 'R32' });
});

test('an end before the appointment, or in the future, is refused', async () => {
  const memberId = await reviewed('2026-03-02');
  await appoint(memberId, '2026-03-10', '2026-03-09T02:00:00Z');
  for (const [endedOn, words] of [
    ['2026-03-09', '早于任命的日期 2026-03-10'],
    ['2027-01-12', '晚于今天'],
  ] as const) {
    const end = { memberId, reason: '调离', documentNumber: '免〔2026〕1号', endedOn };
    const { errors } = await stage.run('endMembership', end, people.clerk, MEMBER);
    expect(errors[0]).toMatchObject({ message: expect.stringContaining(words) });
  }
});

test('a review in the future is refused', async () => {
  await expect(reviewed('2027-01-12')).rejects.toThrow('input.reviewedOn：2027-01-12 晚于今天');
});

const MINUTES = 'minutes { state issuedAt recordedLate }';

test('minutes are issued on their day, not before their meeting and not in the future', async () => {
  await stage.minutesItem('JOINT', 'DRAFT');
  const [draft] = await stage.dayu.store.query('SELECT id FROM minutes');
  const issue = (issuedOn: string) =>
    stage.run('issueMinutes', { minutesId: draft?.['id'], number: '纪1号', issuedOn }, people.clerk, MINUTES);
  for (const [day, words] of [
    ['2026-03-05', 'input.issuedOn：2026-03-05 早于会议召开的日期 2026-03-06'],
    ['2027-01-12', 'input.issuedOn：2027-01-12 晚于今天'],
  ] as const) {
    expect((await issue(day)).errors[0]).toMatchObject({ message: expect.stringContaining(words) });
  }
  expect(await stage.dayu.store.query('SELECT state FROM minutes')).toEqual([{ state: 'DRAFT' }]);
  expect((await issue('2026-03-09')).payload?.['minutes']).toEqual({
    state: 'ISSUED',
    issuedAt: '2026-03-08T16:00:00.000Z',
    recordedLate: true,
  });
});
