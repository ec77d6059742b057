import type { Actor } from '@mtg/access';
import { definition as dayuDefinition } from '../../../subgraphs/dayu/src';
import { definition as districtDefinition } from '../../../subgraphs/district/src';
import { memberInOffice } from '../../support/appoint-past';
import { centerHead, communitySecretary, officer, peopleOf } from '../../support/actors';
import { give, written, type CommandAnswer, type Selected } from '../../support/commands';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

const { office, leader, clerk, dispatcher } = peopleOf('DAYU');
const COMMUNITY = '110109001001';
const head = centerHead('DAYU', 'HEALTH');
const secretary = communitySecretary('DAYU', COMMUNITY);
let now = new Date('2026-03-09T02:00:00Z');
const clock = { now: () => now };

let district: TestSubgraph;
let dayu: TestSubgraph;
beforeAll(async () => {
  district = await startTestSubgraph(districtDefinition, { clock });
  dayu = await startTestSubgraph(dayuDefinition, { clock, districtUrl: `${district.address}/graphql` });
  await memberInOffice(dayu.database, 'AREA_MANAGEMENT_COMMITTEE');
});
afterAll(async () => {
  await dayu.close();
  await district.close();
});

const run = (command: string, input: object, selection: string, as: Actor = head) =>
  give(dayu, 'dayu', command, { ...input }, selection, { as });
const must = (answer: CommandAnswer, name: string): Selected => {
  if (!answer.payload) throw new Error(JSON.stringify(answer.errors));
  return written(answer.payload, name);
};
const refusal = ({ errors }: CommandAnswer) => errors[0]?.extensions;

let serial = 0;
const register = async (kind: string): Promise<string> => {
  const name = `星火${(serial += 1)}`;
  const input = { kind, name, serviceField: '助老', since: '2026-01-01' };
  const request = { as: office };
  const answer = await give(
    district,
    'district',
    'registerOrganization',
    input,
    'socialOrganization { id }',
    request,
  );
  return String(must(answer, 'socialOrganization')['id']);
};
const link = async (kind: string) => {
  const input = { centerCode: 'HEALTH', organizationId: await register(kind), since: '2026-03-09' };
  return run('linkOrganization', input, 'organizationLink { id until organizationKind organization { id } }');
};

test('a center is linked to two organizations and to no third, until one link ends (R29)', async () => {
  const first = must(await link('PROFESSIONAL'), 'organizationLink');
  expect(must(await link('HUB'), 'organizationLink')).toMatchObject({ organizationKind: 'HUB', until: null });
  const before = await dayu.store.query('SELECT * FROM organization_link ORDER BY id');
  expect(refusal(await link('HUB'))).toMatchObject({ rule: 'R29', missing: ['centerCode'] });
  expect(refusal(await link('GRASSROOTS'))).toMatchObject({ code: 'RULE_VIOLATION', rule: 'R29' });
  expect(await dayu.store.query('SELECT * FROM organization_link ORDER BY id')).toEqual(before);
  const third = `INSERT INTO organization_link (created_at, updated_at, center_code, organization_id, organization_name,
    organization_kind, since) VALUES (now(), now(), 'HEALTH', gen_random_uuid(), 'x', 'HUB', '2026-03-09')`;
  await expect(dayu.runtime.query(third)).rejects.toThrow('R29');

  const end = { organizationLinkId: first['id'], until: '2026-03-09' };
  must(await run('endOrganizationLink', end, 'organizationLink { id }'), 'organizationLink');
  expect(refusal(await run('endOrganizationLink', end, '__typename'))).toMatchObject({ code: 'CONFLICT' });
  expect((await link('PROFESSIONAL')).errors).toEqual([]);
});

test('a grassroots organization is fostered by stages and joint activities, until it ends (R29)', async () => {
  const where = { centerCode: 'HEALTH', communityCode: COMMUNITY };
  const begun = { ...where, name: '互助队', serviceField: '互助', since: '2026-03-01' };
  const fostered = must(
    await run('fosterOrganization', begun, 'fosteredOrganization { id }'),
    'fosteredOrganization',
  );
  const fosteredOrganizationId: string = fostered['id'];
  const stage = { fosteredOrganizationId, stage: '建立章程', reachedOn: '2026-03-08' };
  const record = (more: object = {}) => run('recordFosteringStage', { ...stage, ...more }, '__typename');
  expect((await record()).errors).toEqual([]);
  expect(refusal(await record({ reachedOn: '2026-03-10' }))).toMatchObject({ field: 'input.reachedOn' });
  const activity = {
    kind: 'VOLUNTEER_SERVICE',
    title: '清洁日',
    organizations: ['互助队'],
    participants: 12,
  };
  const held = { ...where, ...activity, fosteredOrganizationId, heldOn: '2026-03-09' };
  expect((await run('recordJointActivity', held, '__typename')).errors).toEqual([]);
  const early = [
    await run('recordJointActivity', { ...held, heldOn: '2026-02-28' }, '__typename'),
    await record({ reachedOn: '2026-02-28' }),
    await run('endFostering', { fosteredOrganizationId, until: '2026-03-08' }, '__typename'),
    await run('fosterOrganization', begun, '__typename'),
  ];
  expect(early.map((answer) => refusal(answer)?.['field'])).toEqual(
    ['heldOn', 'reachedOn', 'until', 'name'].map((field) => `input.${field}`),
  );
  const { payload } = await run(
    'endFostering',
    { fosteredOrganizationId, until: '2026-03-09' },
    'fosteredOrganization { until stages { stage } activities { participants } }',
  );
  expect(payload).toEqual({
    fosteredOrganization: {
      until: '2026-03-09',
      stages: [{ stage: '建立章程' }],
      activities: [{ participants: 12 }],
    },
  });
  expect(refusal(await record())).toMatchObject({ code: 'CONFLICT' });
});

test('a need goes from the center to the street, and from the street to the district, or is declined', async () => {
  const input = { centerCode: 'HEALTH', communityCodes: [COMMUNITY], title: '助老', content: '上门服务' };
  const propose = async () =>
    must(await run('proposeNeed', input, 'needProposal { id }'), 'needProposal')['id'] as string;
  const answer = (command: string, needProposalId: string, more: object = {}) =>
    run(command, { needProposalId, ...more }, 'needProposal { state reason }', leader);
  const first = await propose();
  expect((await answer('forwardNeed', first)).payload).toEqual({
    needProposal: { state: 'FORWARDED', reason: null },
  });
  expect(refusal(await answer('declineNeed', first, { reason: '重复' }))).toMatchObject({ code: 'CONFLICT' });
  expect((await answer('declineNeed', await propose(), { reason: '重复' })).payload).toEqual({
    needProposal: { state: 'DECLINED', reason: '重复' },
  });
});

const statistics = async (as: Actor = leader) => {
  const selection = 'month kind raised takenUp solved confirmed objected open medianOpenDays longestOpenDays';
  const { data } = await dayu.ask(`{ dayu { supportStatistics(year: 2026) { ${selection} } } }`, {}, { as });
  return (data as { dayu: { supportStatistics: Selected[] | null } }).dayu.supportStatistics;
};

describe('a prominent problem of a community (R28)', () => {
  const raise = (more: object = {}, as?: Actor) => {
    const where = { centerCode: 'HEALTH', communityCode: COMMUNITY };
    return run(
      'raiseSupportIssue',
      { ...where, kind: 'PARKING', title: '停车难', ...more },
      'supportIssue { id }',
      as,
    );
  };
  const step = (command: string, supportIssueId: string, more: object, as?: Actor) =>
    run(
      command,
      { supportIssueId, ...more },
      'supportIssue { state daysOpen objection solvedOn meeting { id } }',
      as,
    );

  test('is raised from a ledger entry, taken up, worked on, solved, objected to and confirmed', async () => {
    const entry = { kind: 'KEY_DIFFICULTY', text: '车位不足', source: '走访', verifiedOn: '2026-03-09' };
    const where = { centerCode: 'HEALTH', communityCode: COMMUNITY };
    const ledger = must(
      await run('recordLedgerEntry', { ...where, ...entry }, 'ledgerEntry { id }'),
      'ledgerEntry',
    );
    const raised = must(await raise({ ledgerEntryId: ledger['id'] }), 'supportIssue');
    const id: string = raised['id'];
    const contribution = { supportIssueId: id, unit: '物业公司', contribution: '划线' };
    const contribute = () => run('recordContribution', contribution, '__typename');
    expect(refusal(await contribute())).toMatchObject({ code: 'CONFLICT' });
    const body = { bodyCode: 'AREA_MANAGEMENT_COMMITTEE' };
    must(await step('takeUpSupportIssue', id, body, clerk), 'supportIssue');
    expect((await contribute()).errors).toEqual([]);
    const solution = { solution: '增设车位', solvedOn: '2026-03-09' };
    expect(must(await step('solveSupportIssue', id, solution), 'supportIssue')).toMatchObject({
      daysOpen: 0,
    });
    const objected = await step('objectToSolution', id, { reason: '仍拥堵' }, secretary);
    expect(must(objected, 'supportIssue')).toMatchObject({ state: 'TAKEN_UP', solvedOn: null });
    await step('solveSupportIssue', id, { ...solution, solution: '再增一处' });
    const confirmed = await step('confirmSolution', id, {}, secretary);
    expect(must(confirmed, 'supportIssue')).toMatchObject({ state: 'CONFIRMED', objection: '仍拥堵' });
    const chain = `{ dayu { trace(id: "${id}") { upward { typeName } downward { typeName } } } }`;
    expect((await dayu.ask(chain, {}, { as: leader })).data).toEqual({
      dayu: {
        trace: {
          upward: [{ typeName: 'LedgerEntry' }],
          downward: ['SupportContribution', 'SupportSolution', 'SupportSolution'].map((typeName) => ({
            typeName,
          })),
        },
      },
    });
    const { data } = await dayu.ask(
      `query ($id: UUID!) { dayu { supportIssue(id: $id) {
        solutions { solution solvedOn solvedBy answer objection answeredAt answeredBy } } } }`,
      { id },
      { as: leader },
    );
    const by = { solvedOn: '2026-03-09', solvedBy: head.subject, answeredBy: secretary.subject };
    const answeredAt = now.toISOString();
    expect(data).toEqual({
      dayu: {
        supportIssue: {
          solutions: [
            { ...by, solution: '增设车位', answer: 'OBJECTED', objection: '仍拥堵', answeredAt },
            { ...by, solution: '再增一处', answer: 'CONFIRMED', objection: null, answeredAt },
          ],
        },
      },
    });
    const change = `UPDATE support_solution SET objection = 'x', answer = 'OBJECTED'`;
    await expect(dayu.runtime.query(change)).rejects.toThrow('answered once');
  });

  test.each<[string, object, object]>([
    ['no kind', { kind: null }, { rule: 'R28', missing: ['kind'] }],
    ['no problem', { title: ' ' }, { rule: 'R28', missing: ['title'] }],
    ['a day to come', { raisedOn: '2026-03-10' }, { code: 'BAD_USER_INPUT', field: 'input.raisedOn' }],
    ['another street’s community', { communityCode: '110109002001' }, { code: 'NOT_FOUND' }],
  ])('is not raised with %s', async (_, more, expected) => {
    expect(refusal(await raise(more))).toMatchObject(expected);
  });

  test('is taken up by one of the two, and solved by then', async () => {
    const id: string = must(await raise({}, secretary), 'supportIssue')['id'];
    expect(refusal(await step('takeUpSupportIssue', id, {}, clerk))).toMatchObject({ rule: 'R28' });
    await step('takeUpSupportIssue', id, { bodyCode: 'AREA_MANAGEMENT_COMMITTEE' }, clerk);
    expect(refusal(await step('solveSupportIssue', id, { solution: '好' }))).toMatchObject({
      rule: 'R28',
      missing: ['solvedOn'],
    });
    expect(refusal(await step('confirmSolution', id, {}, secretary))).toMatchObject({ code: 'CONFLICT' });
  });

  test('is taken up by a body with members, or by a meeting of the bodies or of the week that was held', async () => {
    const id: string = must(await raise({}, secretary), 'supportIssue')['id'];
    const take = (by: object) => step('takeUpSupportIssue', id, by, clerk);
    const convene = async (kind: string, more: object = {}) => {
      const input = { kind, title: '会议', scheduledAt: '2026-03-09T02:00:00Z', ...more };
      const answer = await run(
        'convokeMeeting',
        input,
        'meeting { id }',
        kind === 'JOINT' ? clerk : dispatcher,
      );
      return must(answer, 'meeting')['id'] as string;
    };
    const before = await dayu.store.query('SELECT * FROM support_issue ORDER BY id');
    const memberless = { rule: 'R28', missing: ['bodyCode'] };
    expect(refusal(await take({ bodyCode: 'ENLARGED_WORKING_COMMITTEE' }))).toMatchObject(memberless);
    const own = `ENLARGED_COMMUNITY_PARTY_COMMITTEE:${COMMUNITY}`;
    expect(refusal(await take({ bodyCode: own }))).toMatchObject(memberless);
    const other = 'ENLARGED_COMMUNITY_PARTY_COMMITTEE:110109001002';
    expect(refusal(await take({ bodyCode: other }))).toMatchObject({ field: 'input.bodyCode' });
    const meetingId = await convene('JOINT');
    expect(refusal(await take({ meetingId }))).toMatchObject({ rule: 'R28', missing: ['meetingId'] });
    const weekly = await convene('WEEKLY');
    expect(refusal(await take({ meetingId: weekly }))).toMatchObject({ rule: 'R28', missing: ['meetingId'] });
    const monthly = await convene('MONTHLY_PROGRESS');
    await run('openMeeting', { meetingId: monthly }, '__typename', dispatcher);
    expect(refusal(await take({ meetingId: monthly }))).toMatchObject({
      rule: 'R28',
      missing: ['meetingId'],
    });
    expect(await dayu.store.query('SELECT * FROM support_issue ORDER BY id')).toEqual(before);
    expect((await run('openMeeting', { meetingId }, '__typename', clerk)).errors).toEqual([]);
    expect(must(await take({ meetingId }), 'supportIssue')).toMatchObject({ state: 'TAKEN_UP' });
    const ofWeek: string = must(await raise({}, secretary), 'supportIssue')['id'];
    await run('openMeeting', { meetingId: weekly }, '__typename', dispatcher);
    const taken = await step('takeUpSupportIssue', ofWeek, { meetingId: weekly }, dispatcher);
    expect(must(taken, 'supportIssue')).toMatchObject({ state: 'TAKEN_UP', meeting: { id: weekly } });
    await dayu.database.query('UPDATE support_issue SET deleted_at = now() WHERE id = ANY($1)', [
      [id, ofWeek],
    ]);
  });

  test('is counted by kind and month of raising, with the age of what is open', async () => {
    await raise({ kind: 'GREENING' });
    now = new Date('2026-03-19T02:00:00Z');
    await raise({ kind: 'GREENING', communityCode: '110109001002' });
    now = new Date('2026-04-01T02:00:00Z');
    await raise({ kind: 'GREENING' });
    const none = { raised: 1, takenUp: 0, solved: 0, confirmed: 0, objected: 0, open: 1 };
    const parking = {
      month: '2026-03',
      kind: 'PARKING',
      raised: 2,
      takenUp: 2,
      solved: 1,
      confirmed: 1,
      objected: 1,
      open: 1,
      medianOpenDays: 23,
      longestOpenDays: 23,
    };
    const ofMarch = { ...none, month: '2026-03', kind: 'GREENING', longestOpenDays: 23 };
    const ofApril = { ...none, month: '2026-04', kind: 'GREENING', medianOpenDays: 0, longestOpenDays: 0 };
    expect(await statistics()).toEqual([
      { ...ofMarch, raised: 2, open: 2, medianOpenDays: 13 },
      parking,
      ofApril,
    ]);
    // A community sees its own.
    expect(await statistics(secretary)).toEqual([{ ...ofMarch, medianOpenDays: 23 }, parking, ofApril]);
    expect(await statistics(officer('JUSTICE'))).toBeNull();
  });

  test('counts for the day on which it was raised, and shows that it was entered later', async () => {
    const select = 'supportIssue { raisedOn recordedLate }';
    const input = { centerCode: 'HEALTH', communityCode: COMMUNITY, kind: 'SHOPPING', title: '买菜难' };
    const late = await run('raiseSupportIssue', { ...input, raisedOn: '2026-03-31' }, select);
    expect(must(late, 'supportIssue')).toEqual({ raisedOn: '2026-03-31', recordedLate: true });
    const present = await run('raiseSupportIssue', input, select);
    expect(must(present, 'supportIssue')).toEqual({ raisedOn: '2026-04-01', recordedLate: false });
  });
});
