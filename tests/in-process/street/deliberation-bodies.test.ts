import type { Actor } from '@mtg/access';
import { fixedClock } from '@mtg/governance';
import { randomUUID } from 'node:crypto';
import { definition as districtDefinition } from '../../../subgraphs/district/src';
import { centerHead, centerStaff, communitySecretary, officer, peopleOf } from '../../support/actors';
import { give, written } from '../../support/commands';
import {
  deliberationStage,
  expectRefusal,
  organization,
  people,
  type DeliberationStage,
  type Row,
} from '../../support/deliberation';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

const COMMUNITY = '110109001001';
const OF_COMMUNITY = `ENLARGED_COMMUNITY_PARTY_COMMITTEE:${COMMUNITY}`;
const secretary = communitySecretary('DAYU', COMMUNITY);
const section = centerHead('DAYU', 'SOCIAL_MOBILIZATION');

let district: TestSubgraph;
let stage: DeliberationStage;
beforeAll(async () => {
  district = await startTestSubgraph(districtDefinition, { clock: fixedClock('2026-11-17T01:00:00Z') });
  stage = await deliberationStage({ districtUrl: `${district.address}/graphql` });
});
afterAll(async () => {
  await stage.dayu.close();
  await district.close();
});

const MEMBER = 'member { id version state }';
const FOR_STREET = {
  bodyCode: 'AREA_MANAGEMENT_COMMITTEE',
  personName: '赵一',
  position: 'MEMBER',
  category: 'RESIDENT_UNIT',
  unit: '大峪派出所',
};
const FOR_COMMUNITY = {
  bodyCode: OF_COMMUNITY,
  personName: '钱二',
  position: 'MEMBER',
  category: 'PROPERTY_COMPANY',
  unit: '某物业公司',
  seat: '物业席',
};
const DIRECTOR = { ...FOR_STREET, personName: '孙三', position: 'DIRECTOR', category: null, unit: null };
const END = { reason: '换届', documentNumber: '门委免〔2026〕1号' };
const decision = (number: string) => ({ number, decidedAt: stage.now(), summary: '同意任命' });

/** A person of one unit is in a body once, so each test uses another person. */
let units = 0;
const ofAnotherUnit = ({ unit, ...input }: Record<string, unknown>) => ({
  ...input,
  unit: typeof unit === 'string' ? `${unit}（${(units += 1)}）` : unit,
});
const nominate = async (input: Record<string, unknown>): Promise<string> => {
  const by = input['bodyCode'] === OF_COMMUNITY ? secretary : people.leader;
  return (await stage.must('nominateMember', ofAnotherUnit(input), by, MEMBER))['member'].id;
};
const reviewed = async (input: Record<string, unknown>): Promise<string> => {
  const memberId = await nominate(input);
  const by = input['bodyCode'] === OF_COMMUNITY ? section : organization;
  await stage.must('reviewNomination', { memberId, outcome: 'REVIEWED' }, by, MEMBER);
  // The appointing authority decides after the review, not in the same instant.
  stage.setTime(new Date(Date.parse(stage.now()) + 1000).toISOString());
  return memberId;
};
const appointed = async (input: Record<string, unknown>): Promise<string> => {
  const memberId = await reviewed(input);
  await (input['bodyCode'] === OF_COMMUNITY
    ? stage.must('appointMember', { memberId, decision: decision(randomUUID()) }, people.clerk, MEMBER)
    : stage.must('appointMember', { memberId, ...(await appointing(input)) }, people.party, MEMBER));
  return memberId;
};
const POST = { bodyKind: 'AREA_MANAGEMENT_COMMITTEE', position: 'MEMBER' };
const LIMITS = { matter: '设专班', departmentCode: 'JUSTICE', streetCodes: ['DAYU'] };
/** 区委, or whom the values name, records a document with the district. */
const approve = async (values: Record<string, unknown>) => {
  const input = {
    authority: 'DISTRICT_PARTY_COMMITTEE',
    purpose: 'APPOINTMENT',
    number: `门委任〔2026〕${randomUUID()}`,
    title: '任命通知',
    decidedOn: '2026-11-16',
    ...(values['authority'] === 'DISTRICT_GOVERNMENT' ? LIMITS : POST),
    ...values,
  };
  const as = input.authority === 'DISTRICT_GOVERNMENT' ? people.government : people.party;
  const { payload } = await give(district, 'district', 'recordApproval', input, 'approval { id number }', {
    as,
  });
  return written(payload, 'approval');
};
/** By what 区委 appoints whom a nomination names. */
const appointing = async ({ personName, bodyCode, position }: Record<string, unknown>) => ({
  approvalId: (await approve({ appointees: [personName], bodyKind: bodyCode, position }))['id'] as string,
});

test('anonymous callers see the bodies: two of the street, one of each community, also of one that is imported later', async () => {
  const query = `{ dayu { bodies { code kind name communityCode community { name } headPosition headOffices
    source { citation } } communities { code } } }`;
  const bodies = async () => {
    const { data, errors } = await stage.dayu.ask(query);
    expect(errors).toBeUndefined();
    return (data as Row)['dayu'].bodies as Row[];
  };
  const before = await bodies();
  expect(before).toHaveLength(2 + 33);
  expect(before.slice(0, 2)).toMatchObject([
    {
      code: 'ENLARGED_WORKING_COMMITTEE',
      name: '大峪街道大工委',
      headPosition: 'SECRETARY',
      community: null,
    },
    {
      code: 'AREA_MANAGEMENT_COMMITTEE',
      name: '大峪街道地区管理委员会',
      headPosition: 'DIRECTOR',
      headOffices: ['WORKING_COMMITTEE_SECRETARY', 'STREET_OFFICE_DIRECTOR'],
      source: { citation: 'seed:67' },
    },
  ]);
  expect(before[2]).toMatchObject({ code: OF_COMMUNITY, communityCode: COMMUNITY });
  await stage.dayu.database.query(
    `INSERT INTO community (code, name, street_division_code, citation)
     VALUES ('110109001999', '新建社区居委会', '110109001', 'import:社区.csv:2')`,
  );
  expect((await bodies()).at(-1)).toMatchObject({ name: '新建社区大党委', communityCode: '110109001999' });
  const one = await stage.dayu.ask(
    `{ dayu { known: body(code: "${OF_COMMUNITY}") { kind } other: body(code: "ENLARGED_WORKING_COMMITTEE:${COMMUNITY}") { kind }
       unknown: body(code: "ENLARGED_COMMUNITY_PARTY_COMMITTEE:110109001998") { kind } } }`,
  );
  expect(one.data).toEqual({
    dayu: { known: { kind: 'ENLARGED_COMMUNITY_PARTY_COMMITTEE' }, other: null, unknown: null },
  });
});

test('a member of the street’s bodies: the street nominates, the organization department reviews, 区委 appoints', async () => {
  const memberId = await nominate(FOR_STREET);
  const review = { memberId, expectedVersion: 1, outcome: 'REVIEWED', reason: '符合条件' };
  expect(await stage.must('reviewNomination', review, organization, MEMBER)).toMatchObject({
    member: { version: 2, state: 'REVIEWED' },
  });
  const { id: approvalId } = await approve({
    number: '门委任〔2026〕8号',
    appointees: [FOR_STREET.personName],
  });
  const act = { memberId, expectedVersion: 2, approvalId };
  const fields = 'member { version state documentNumber appointedAt body { name } }';
  expect(await stage.must('appointMember', act, people.party, fields)).toMatchObject({
    member: {
      version: 3,
      state: 'APPOINTED',
      documentNumber: '门委任〔2026〕8号',
      body: { name: /地区管理/ },
    },
  });
  const ending = { memberId, reason: '调离' };
  await expectRefusal(stage, ['endMembership', ending, people.party], {
    code: 'RULE_VIOLATION',
    rule: 'R32',
    missing: ['documentNumber'],
  });
  const ended = { ...ending, documentNumber: '门委免〔2026〕2号' };
  const endedBy = await stage.must('endMembership', ended, people.party, 'member { endDocumentNumber }');
  expect(endedBy).toEqual({ member: { endDocumentNumber: '门委免〔2026〕2号' } });
  const { data } = await stage.dayu.ask(
    `{ dayu { bodyMember(id: "${memberId}") { state endedAt steps { command state authority actor actorRole reason } } } }`,
    {},
    { as: people.office },
  );
  expect(data).toMatchObject({
    dayu: {
      bodyMember: {
        state: 'ENDED',
        steps: [
          { command: 'nominateMember', state: 'NOMINATED', authority: 'STREET', actor: 'leader' },
          {
            command: 'reviewNomination',
            state: 'REVIEWED',
            authority: 'ORGANIZATION_DEPARTMENT',
            actorRole: 'DEPARTMENT_OFFICER',
            reason: '符合条件',
          },
          { command: 'appointMember', state: 'APPOINTED', authority: 'DISTRICT_PARTY_COMMITTEE' },
          { command: 'endMembership', state: 'ENDED', authority: 'DISTRICT_PARTY_COMMITTEE', reason: '调离' },
        ],
      },
    },
  });
});

test('a member of a community’s body: its party organization nominates, the section reviews, 街道工委 appoints', async () => {
  const memberId = await reviewed(FOR_COMMUNITY);
  const other = await reviewed({ ...FOR_COMMUNITY, seat: '共建席', category: 'CO_BUILDING_UNIT' });
  const fields = 'member { state seat decision { number subject } } decision { id outcome }';
  const act = { memberId, decision: decision('大峪工委〔2026〕21号') };
  const { member, decision: recorded } = await stage.must('appointMember', act, people.clerk, fields);
  expect(member).toEqual({
    state: 'APPOINTED',
    seat: '物业席',
    decision: { number: '大峪工委〔2026〕21号', subject: 'APPOINTMENT' },
  });
  expect(recorded).toMatchObject({ outcome: 'APPROVED' });
  const again = { memberId: other, decisionId: recorded.id };
  expect(await stage.must('appointMember', again, people.clerk, fields)).toMatchObject({
    decision: { id: recorded.id },
  });
  const { data } = await stage.dayu.ask(
    `{ dayu { body(code: "${OF_COMMUNITY}") { members { seat } all: members(state: null) { state } } } }`,
    {},
    { as: people.clerk },
  );
  expect(data).toMatchObject({ dayu: { body: { members: [{ seat: '物业席' }, { seat: '共建席' }] } } });
});

test('a rejection needs a reason and ends a nomination, and so does its withdrawal', async () => {
  const memberId = await nominate(FOR_STREET);
  const reject = { memberId, outcome: 'REVIEW_REJECTED' };
  await expectRefusal(stage, ['reviewNomination', reject, organization], {
    code: 'BAD_USER_INPUT',
    field: 'input.reason',
  });
  await stage.must('reviewNomination', { ...reject, reason: '材料不实' }, organization, MEMBER);
  await expectRefusal(stage, ['withdrawNomination', { memberId, reason: 'x' }, people.leader], {
    code: 'RULE_VIOLATION',
    rule: 'R32',
  });
  const other = await reviewed(FOR_COMMUNITY);
  const withdrawn = await stage.must(
    'withdrawNomination',
    { memberId: other, reason: '本人不愿' },
    secretary,
    MEMBER,
  );
  expect(withdrawn['member']).toMatchObject({ state: 'WITHDRAWN', version: 3 });
});

describe('R32 is broken by', () => {
  const r32 = { code: 'RULE_VIOLATION', rule: 'R32', street: 'DAYU' };

  test.each<[string, Record<string, unknown>, string]>([
    ['a category that is not drawn in', { ...FOR_STREET, category: 'PROPERTY_COMPANY' }, 'category'],
    ['a member of no category', { ...FOR_STREET, category: null }, 'category'],
    ['a position that the body has not', { ...FOR_STREET, position: 'SECRETARY' }, 'position'],
    ['a director without the office', { ...DIRECTOR, offices: [] }, 'offices'],
    ['a director by another office', { ...DIRECTOR, offices: ['COMMUNITY_PARTY_SECRETARY'] }, 'offices'],
    ['a category of the street in a community', { ...FOR_COMMUNITY, category: 'CPPCC_MEMBER' }, 'category'],
    ['a member without a seat in a community', { ...FOR_COMMUNITY, seat: ' ' }, 'seat'],
  ])('%s', async (_, input, missing) => {
    const by = input['bodyCode'] === OF_COMMUNITY ? secretary : people.leader;
    await expectRefusal(stage, ['nominateMember', input, by], { ...r32, missing: [missing] });
  });

  test('an appointment without a review, in both kinds of body', async () => {
    for (const [input, by, act] of [
      [FOR_STREET, people.party, await appointing(FOR_STREET)],
      [FOR_COMMUNITY, people.clerk, { decision: decision('大峪工委〔2026〕22号') }],
    ] as const) {
      const memberId = await nominate(input);
      const message = await expectRefusal(stage, ['appointMember', { memberId, ...act }, by], r32);
      expect(message).toContain('reviewNomination');
    }
  });

  test('an appointment without the act of who appoints', async () => {
    const street = await reviewed(FOR_STREET);
    const community = await reviewed({ ...FOR_COMMUNITY, seat: '社会组织席' });
    await expectRefusal(stage, ['appointMember', { memberId: street }, people.party], {
      ...r32,
      missing: ['approvalId'],
    });
    await expectRefusal(stage, ['appointMember', { memberId: community }, people.clerk], {
      ...r32,
      missing: ['decision', 'decisionId'],
    });
  });

  test('an appointment by a decision of the committee that is older than the review', async () => {
    const early = decision(randomUUID());
    const first = await reviewed({ ...FOR_COMMUNITY, seat: '先行席' });
    const { decision: used } = await stage.must(
      'appointMember',
      { memberId: first, decision: decision(randomUUID()) },
      people.clerk,
      'decision { id }',
    );
    const memberId = await reviewed({ ...FOR_COMMUNITY, seat: '后到席' });
    for (const [act, field] of [
      [{ decision: early }, 'decision.decidedAt'],
      [{ decisionId: used.id }, 'decisionId'],
    ] as const) {
      const message = await expectRefusal(stage, ['appointMember', { memberId, ...act }, people.clerk], {
        ...r32,
        missing: [field],
      });
      expect(message).toContain('早于对该提名的审核');
    }
    await stage.must('appointMember', { memberId, decision: decision(randomUUID()) }, people.clerk, MEMBER);
  });

  test('a second review, and an end of what has not begun', async () => {
    const memberId = await reviewed(FOR_STREET);
    await expectRefusal(stage, ['reviewNomination', { memberId, outcome: 'REVIEWED' }, organization], r32);
    await expectRefusal(stage, ['endMembership', { memberId, ...END }, people.party], r32);
  });

  test('a second head by the same office; each of two offices has its own director', async () => {
    const office = (name: string) => ({ ...DIRECTOR, offices: [name] });
    const first = await appointed(office('WORKING_COMMITTEE_SECRETARY'));
    await appointed({ ...office('STREET_OFFICE_DIRECTOR'), personName: '李四' });
    const second = await reviewed({ ...office('WORKING_COMMITTEE_SECRETARY'), personName: '周五' });
    const act = { memberId: second, ...(await appointing({ ...DIRECTOR, personName: '周五' })) };
    expect(await expectRefusal(stage, ['appointMember', act, people.party], r32)).toContain('孙三');
    await expect(
      stage.dayu.runtime.query(
        `UPDATE body_member SET state = 'APPOINTED', document_number = 'x', approval_id = gen_random_uuid(), appointed_at = now()
         WHERE id = $1`,
        [second],
      ),
    ).rejects.toThrow('body_member_one_working_committee_secretary');
    await stage.must('endMembership', { memberId: first, ...END }, people.party, MEMBER);
    await stage.must('appointMember', act, people.party, MEMBER);
    // The office is one person's in both bodies of the street.
    const secretaryOf = (personName: string) => ({
      ...office('WORKING_COMMITTEE_SECRETARY'),
      bodyCode: 'ENLARGED_WORKING_COMMITTEE',
      position: 'SECRETARY',
      personName,
    });
    const other = await reviewed(secretaryOf('吴六'));
    const byDocument = { memberId: other, ...(await appointing(secretaryOf('吴六'))) };
    expect(await expectRefusal(stage, ['appointMember', byDocument, people.party], r32)).toContain(
      '一个职务由一人担任',
    );
    await expect(
      stage.dayu.runtime.query(
        `UPDATE body_member SET state = 'APPOINTED', document_number = 'x', approval_id = gen_random_uuid(), appointed_at = now()
         WHERE id = $1`,
        [other],
      ),
    ).rejects.toThrow('an office is held by one person');
    await appointed(secretaryOf('周五'));
  });

  test('a field agency of another street', async () => {
    const agency = { ...FOR_STREET, category: 'FIELD_AGENCY' };
    const message = await expectRefusal(stage, ['nominateMember', agency, people.leader], {
      ...r32,
      missing: ['unit'],
    });
    expect(message).toContain('司法所');
    const own = { ...agency, personName: '冯所长', unit: ' 司法所' };
    const { member } = await stage.must('nominateMember', own, people.leader, 'member { unit }');
    expect(member).toEqual({ unit: '司法所' });
  });

  test('a second holder of a seat', async () => {
    await appointed({ ...FOR_COMMUNITY, seat: '志愿席' });
    const memberId = await reviewed({ ...FOR_COMMUNITY, seat: '志愿席' });
    const act = { memberId, decision: decision(randomUUID()) };
    await expectRefusal(stage, ['appointMember', act, people.clerk], r32);
  });
});

describe('the document of 区委 is verified with the district', () => {
  const NAMED = { appointees: [FOR_STREET.personName] };

  test('and its number is the appointment’s', async () => {
    const memberId = await reviewed(FOR_STREET);
    const { id, number } = await approve(NAMED);
    const fields = 'member { documentNumber approval { id } }';
    expect(await stage.must('appointMember', { memberId, approvalId: id }, people.party, fields)).toEqual({
      member: { documentNumber: number, approval: { id } },
    });
  });

  test.each<[string, Record<string, unknown> | null, string]>([
    ['that is older than the review', { ...NAMED, decidedOn: '2026-11-15' }, '早于'],
    ['of 区政府', { authority: 'DISTRICT_GOVERNMENT', purpose: 'DIRECT_TASK' }, '由区政府作出'],
    ['for another street', { ...NAMED, streetCodes: ['CHENGZI'] }, '不包括本街道'],
    ['that appoints another person', { appointees: ['吴六', '郑七'] }, '任命的是 吴六、郑七，没有 赵一'],
    ['for another body', { ...NAMED, bodyKind: 'ENLARGED_WORKING_COMMITTEE' }, '任命的是街道大工委委员'],
    ['for another position', { ...NAMED, position: 'DIRECTOR' }, '任命的是地区管理委员会主任'],
    ['that the district does not know', null, '区级没有此文件'],
  ])('one %s is no appointment', async (_, values, text) => {
    const memberId = await reviewed(FOR_STREET);
    const approvalId = values ? (await approve(values))['id'] : randomUUID();
    const message = await expectRefusal(stage, ['appointMember', { memberId, approvalId }, people.party], {
      code: 'RULE_VIOLATION',
      rule: 'R32',
      missing: ['approvalId'],
    });
    expect(message).toContain(text);
  });

  test('and appoints each person to a body once', async () => {
    const [first, second] = [await reviewed(FOR_STREET), await reviewed(FOR_STREET)];
    const { id: approvalId } = await approve(NAMED);
    await stage.must('appointMember', { memberId: first, approvalId }, people.party, MEMBER);
    await expectRefusal(stage, ['appointMember', { memberId: second, approvalId }, people.party], {
      code: 'RULE_VIOLATION',
      rule: 'R32',
      missing: ['approvalId'],
    });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['an appointment by 区政府', { authority: 'DISTRICT_GOVERNMENT', purpose: 'APPOINTMENT' }, 'purpose'],
    ['a temporary body by 区委', { purpose: 'TEMPORARY_BODY' }, 'purpose'],
    ['an appointment without appointees', {}, 'appointees'],
    ['an appointment to no body', { ...NAMED, position: 'MEMBER' }, 'bodyKind'],
    ['an appointment to no position', { ...NAMED, bodyKind: POST.bodyKind }, 'position'],
    ['an appointment to another body’s head', { ...NAMED, ...POST, position: 'SECRETARY' }, 'position'],
    ['an appointment with a matter', { ...NAMED, ...POST, matter: '任命' }, 'matter'],
    ['an appointment given to a department', { ...NAMED, departmentCode: 'JUSTICE' }, 'departmentCode'],
    [
      'a task that appoints',
      { authority: 'DISTRICT_GOVERNMENT', purpose: 'DIRECT_TASK', ...NAMED },
      'appointees',
    ],
  ])('and %s is not recorded at all', async (_, values, field) => {
    const input = {
      authority: 'DISTRICT_PARTY_COMMITTEE',
      purpose: 'APPOINTMENT',
      number: randomUUID(),
      title: '通知',
      decidedOn: '2026-11-16',
      ...values,
    };
    const as = input.authority === 'DISTRICT_GOVERNMENT' ? people.government : people.party;
    const { payload, errors } = await give(district, 'district', 'recordApproval', input, 'approval { id }', {
      as,
    });
    expect(payload).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: `input.${field}` });
  });
});

test('each act belongs to its own kind of body, and a decision to its own subject', async () => {
  const [street, community] = [
    await reviewed(FOR_STREET),
    await reviewed({ ...FOR_COMMUNITY, seat: '党员席' }),
  ];
  const { decision: ofYear } = await stage.must(
    'adoptKeyPoint',
    { year: 2026, number: 1, title: '要点', content: '内容', decision: decision(randomUUID()) },
    people.clerk,
    'decision { id }',
  );
  for (const [input, field] of [
    [{ memberId: street, decision: decision('x') }, 'decision'],
    [{ memberId: street, decisionId: ofYear.id }, 'decisionId'],
  ] as const) {
    const refused = { code: 'BAD_USER_INPUT', field: `input.${field}` };
    await expectRefusal(stage, ['appointMember', input, people.party], refused);
  }
  for (const [input, field] of [
    [{ memberId: community, approvalId: randomUUID() }, 'approvalId'],
    [{ memberId: community, decisionId: ofYear.id }, 'decisionId'],
    [{ memberId: community, decisionId: ofYear.id, decision: decision('x') }, 'decisionId'],
  ] as const) {
    const refused = { code: 'BAD_USER_INPUT', field: `input.${field}` };
    await expectRefusal(stage, ['appointMember', input, people.clerk], refused);
  }
  await expectRefusal(
    stage,
    ['appointMember', { memberId: community, decisionId: randomUUID() }, people.clerk],
    {
      code: 'NOT_FOUND',
      field: 'input.decisionId',
    },
  );
});

test('a body that is none, and a member who stands for no unit', async () => {
  await expectRefusal(stage, ['nominateMember', { ...FOR_STREET, bodyCode: 'COUNCIL' }, people.leader], {
    code: 'NOT_FOUND',
    field: 'input.bodyCode',
  });
  await expectRefusal(stage, ['nominateMember', { ...FOR_STREET, unit: null }, people.leader], {
    code: 'BAD_USER_INPUT',
    field: 'input.unit',
  });
  await nominate({ ...FOR_STREET, unit: null, category: 'CONGRESS_DEPUTY' });
});

test('a community’s party organization reads what it nominated, and of other bodies nothing', async () => {
  const [own, street] = [await nominate({ ...FOR_COMMUNITY, seat: '自读席' }), await nominate(FOR_STREET)];
  const query = `query ($own: UUID!, $street: UUID!) { dayu {
    own: bodyMember(id: $own) { state personName steps { command } } street: bodyMember(id: $street) { state }
    bodyMembers { nodes { communityCode } } appointmentSteps { totalCount }
    mine: body(code: "${OF_COMMUNITY}") { members(state: null) { id } }
    others: body(code: "AREA_MANAGEMENT_COMMITTEE") { members(state: null) { id } } } }`;
  const ask = async (as: Actor) => {
    const { data } = await stage.dayu.ask(query, { own, street }, { as });
    return (data as Row)['dayu'];
  };
  const seen = await ask(secretary);
  expect(seen.own).toEqual({
    state: 'NOMINATED',
    personName: FOR_COMMUNITY.personName,
    steps: [{ command: 'nominateMember' }],
  });
  expect(seen.street).toBeNull();
  expect(new Set(seen.bodyMembers.nodes.map((row: Row) => row['communityCode']))).toEqual(
    new Set([COMMUNITY]),
  );
  expect(seen.mine.members).toContainEqual({ id: own });
  expect(seen.others.members).toEqual([]);
  const [{ count }] = (await stage.dayu.store.query(
    'SELECT count(*)::int FROM appointment_step JOIN body_member ON body_member.id = member_id WHERE community_code IS NOT NULL',
  )) as [Row];
  expect(seen.appointmentSteps.totalCount).toBe(count);
  const elsewhere = await ask(communitySecretary('DAYU', '110109001002'));
  expect(elsewhere).toMatchObject({ own: null, bodyMembers: { nodes: [] }, mine: { members: [] } });
  const { errors } = await stage.dayu.ask('{ dayu { meetings { totalCount } } }', {}, { as: secretary });
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});

test('a version that is not the current one', async () => {
  const memberId = await nominate(FOR_STREET);
  await expectRefusal(
    stage,
    ['reviewNomination', { memberId, expectedVersion: 2, outcome: 'REVIEWED' }, organization],
    { code: 'CONFLICT', currentVersion: 1 },
  );
});

test('each authority takes its own step only', async () => {
  const forbidden = { code: 'FORBIDDEN' };
  const elsewhere = communitySecretary('DAYU', '110109001002');
  for (const as of [people.clerk, people.party, secretary, organization, peopleOf('CHENGZI').leader]) {
    await expectRefusal(stage, ['nominateMember', FOR_STREET, as], forbidden);
  }
  for (const as of [people.leader, people.clerk, elsewhere]) {
    await expectRefusal(stage, ['nominateMember', FOR_COMMUNITY, as], forbidden);
  }
  const [street, community] = [await nominate(FOR_STREET), await nominate(FOR_COMMUNITY)];
  const review = (memberId: string) => ({ memberId, outcome: 'REVIEWED' });
  for (const as of [people.leader, people.party, officer('JUSTICE'), section]) {
    await expectRefusal(stage, ['reviewNomination', review(street), as], forbidden);
  }
  for (const as of [secretary, organization, centerHead('DAYU', 'HEALTH'), people.clerk]) {
    await expectRefusal(stage, ['reviewNomination', review(community), as], forbidden);
  }
  for (const as of [people.leader, people.clerk, organization, people.government]) {
    await expectRefusal(
      stage,
      ['appointMember', { memberId: street, approvalId: randomUUID() }, as],
      forbidden,
    );
    await expectRefusal(stage, ['endMembership', { memberId: street, ...END }, as], forbidden);
  }
  for (const as of [secretary, section, people.party, people.leader]) {
    await expectRefusal(
      stage,
      ['appointMember', { memberId: community, decision: decision('x') }, as],
      forbidden,
    );
  }
});

test('members are read by those who work in the street, and in the district; bodies by everybody', async () => {
  const query =
    '{ dayu { bodyMembers { totalCount } body(code: "AREA_MANAGEMENT_COMMITTEE") { name members { id } } } }';
  for (const as of [people.leader, centerStaff('DAYU', 'HEALTH'), people.office, people.analyst]) {
    expect((await stage.dayu.ask(query, {}, { as })).errors).toBeUndefined();
  }
  for (const [as, code] of [
    [undefined, 'UNAUTHENTICATED'],
    [officer('JUSTICE'), 'FORBIDDEN'],
    [peopleOf('CHENGZI').clerk, 'FORBIDDEN'],
  ] as const) {
    const { data, errors } = await stage.dayu.ask(query, {}, { as });
    expect(data).toEqual({
      dayu: { bodyMembers: null, body: { name: '大峪街道地区管理委员会', members: null } },
    });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([code, code]);
  }
});
