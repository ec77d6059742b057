import { communitySecretary, centerHead } from '../../support/actors';
import { give } from '../../support/commands';
import { fixedClock } from '@mtg/governance';
import { definition as districtDefinition } from '../../../subgraphs/district/src';
import {
  deliberationStage,
  expectRefusal,
  people,
  type DeliberationStage,
  type Row,
} from '../../support/deliberation';
import { startTestSubgraph } from '../../support/test-subgraph';

/** Texts that look the same are the same: written as people type it, and as PDF files and Chinese keyboards give it. */
const UNIT = '石门营物业公司';
const UNIT_OF_A_PDF = '⽯⻔营物业公司';
const LOOKS = ['⼤⼯委〔2026〕1号', '大工委〔2026〕１号', '大工委〔2026〕1号'];

const COMMUNITY = '110109001001';
const BODY = `ENLARGED_COMMUNITY_PARTY_COMMITTEE:${COMMUNITY}`;
const secretary = communitySecretary('DAYU', COMMUNITY);
const section = centerHead('DAYU', 'SOCIAL_MOBILIZATION');
const { clerk, dispatcher, leader, analyst } = people;

let stage: DeliberationStage;
beforeAll(async () => {
  stage = await deliberationStage();
  await stage.memberOf(UNIT);
});
afterAll(() => stage.dayu.close());

let persons = 0;
const reviewed = async (seat: string): Promise<string> => {
  const nomination = {
    bodyCode: BODY,
    personName: `王敏${(persons += 1)}`,
    position: 'MEMBER',
    category: 'PROPERTY_COMPANY',
    unit: UNIT,
    seat,
  };
  const { member } = await stage.must('nominateMember', nomination, secretary, 'member { id }');
  await stage.must(
    'reviewNomination',
    { memberId: member.id, outcome: 'REVIEWED' },
    section,
    'member { id }',
  );
  // The appointing authority decides after the review, and not in the same instant.
  stage.setTime(new Date(Date.parse(stage.now()) + 1000).toISOString());
  return member.id;
};
const decision = (number: string) => ({ number, decidedAt: stage.now(), summary: '同意任命' });

test('one number of a decision, in whatever characters', async () => {
  const first = { memberId: await reviewed('物业席'), decision: decision('大工委〔2026〕1号') };
  await stage.must('appointMember', first, clerk, 'member { id }');
  const memberId = await reviewed('志愿席');
  for (const number of LOOKS) {
    const message = await expectRefusal(
      stage,
      ['appointMember', { memberId, decision: decision(number) }, clerk],
      {
        code: 'BAD_USER_INPUT',
        field: 'input.decision.number',
      },
    );
    expect(message).toContain('“大工委〔2026〕1号”已用于另一项决策');
  }
  await stage.must(
    'appointMember',
    { memberId, decision: decision('大工委〔2026〕2号') },
    clerk,
    'member { id }',
  );
});

test('the table holds it too, against raw SQL', async () => {
  await expect(
    stage.dayu.runtime.query(
      `INSERT INTO committee_decision (number, decided_at, outcome, subject, summary, sample, version, created_at, updated_at)
       VALUES ('⼤⼯委〔2026〕１号', now(), 'APPROVED', 'APPOINTMENT', 'x', false, 1, now(), now())`,
    ),
  ).rejects.toThrow('committee_decision_look');
});

test('a seat has one holder, however it is written', async () => {
  const act = { memberId: await reviewed('⽂化席'), decision: decision('大工委〔2026〕3号') };
  await stage.must('appointMember', act, clerk, 'member { id }');
  const second = { memberId: await reviewed('文化席'), decision: decision('大工委〔2026〕4号') };
  await expectRefusal(stage, ['appointMember', second, clerk], { code: 'RULE_VIOLATION', rule: 'R32' });
});

test('one number of minutes', async () => {
  const issue = async (number: string) => {
    const { id: meetingId } = await stage.close('WEEKLY', dispatcher);
    const draft = { meetingId, title: '纪要', items: [{ text: '一' }] };
    const { minutes } = await stage.must('draftMinutes', draft, dispatcher, 'minutes { id version }');
    return { minutesId: minutes.id, expectedVersion: minutes.version, number };
  };
  await stage.must('issueMinutes', await issue('纪要〔2026〕1号'), dispatcher, 'minutes { id }');
  await expectRefusal(stage, ['issueMinutes', await issue('纪要〔2026〕１号'), dispatcher], {
    code: 'BAD_USER_INPUT',
    field: 'input.number',
  });
});

describe('a person is in a body once', () => {
  const NOMINATION = {
    bodyCode: 'AREA_MANAGEMENT_COMMITTEE',
    personName: '马龙',
    position: 'MEMBER',
    category: 'PROPERTY_COMPANY',
    unit: UNIT,
  };
  const nomination = { ...NOMINATION, category: 'RESIDENT_UNIT' };
  let memberId: string;
  beforeAll(async () => {
    const { member } = await stage.must('nominateMember', nomination, leader, 'member { id }');
    memberId = member.id;
  });

  test.each([
    ['the same again', {}],
    ['as a PDF file writes the name', { personName: '⻢⻰' }],
    ['as a PDF file writes the unit', { unit: UNIT_OF_A_PDF }],
    ['in another category', { category: 'RESIDENT_UNIT' }],
  ])('%s', async (_what, more) => {
    const message = await expectRefusal(stage, ['nominateMember', { ...nomination, ...more }, leader], {
      code: 'CONFLICT',
      field: 'input.personName',
    });
    expect(message).toContain('马龙（石门营物业公司）在大峪街道地区管理委员会中已有记录，状态为“已提名”');
  });

  test.each([
    ['of another unit', { unit: '大峪物业公司' }],
    ['in another body', { bodyCode: 'ENLARGED_WORKING_COMMITTEE' }],
  ])('%s it is another', async (_what, more) => {
    await stage.must('nominateMember', { ...nomination, ...more }, leader, 'member { id }');
  });

  test('a deputy who stands for no unit', async () => {
    const deputy = { ...nomination, category: 'CONGRESS_DEPUTY', unit: null };
    await stage.must('nominateMember', deputy, leader, 'member { id }');
    await expectRefusal(stage, ['nominateMember', deputy, leader], { code: 'CONFLICT' });
  });

  test('and again when the nomination was withdrawn', async () => {
    await stage.must('withdrawNomination', { memberId, reason: '另行提名' }, leader, 'member { id }');
    await stage.must('nominateMember', { ...nomination, unit: UNIT_OF_A_PDF }, leader, 'member { id }');
  });
});

test('members are found by their unit, as it looks', async () => {
  const { data } = await stage.dayu.ask(
    `query ($unit: String!) { dayu { bodyMembers(filter: { unit: $unit, bodyKind: ENLARGED_WORKING_COMMITTEE }) { nodes { personName } } } }`,
    { unit: UNIT_OF_A_PDF },
    { as: analyst },
  );
  const { nodes } = (data as Row)['dayu'].bodyMembers;
  expect(nodes).toEqual(expect.arrayContaining([{ personName: `${UNIT}负责人` }, { personName: '马龙' }]));
});

test('a unit reports once, is waited for once, and keeps the name that its member has', async () => {
  const { id: meetingId } = await stage.open('JOINT', clerk);
  const records = [{ unit: UNIT_OF_A_PDF, attendance: 'PRESENT' }];
  const { attendance } = await stage.must(
    'recordAttendance',
    { meetingId, records },
    clerk,
    'attendance { unit }',
  );
  expect(attendance).toEqual([{ unit: UNIT }]);
  const report = { meetingId, unit: UNIT_OF_A_PDF, content: '按计划' };
  const { memberReport } = await stage.must('recordMemberReport', report, clerk, 'memberReport { unit }');
  expect(memberReport).toEqual({ unit: UNIT });
  await expectRefusal(stage, ['recordMemberReport', { ...report, unit: UNIT }, clerk], {
    code: 'BAD_USER_INPUT',
    field: 'input.unit',
  });
  const absence = [{ unit: '石门营\u3000物业公司', attendance: 'ABSENT', reason: '无' }];
  await expectRefusal(stage, ['recordAttendance', { meetingId, records: absence }, clerk], {
    code: 'NOT_FOUND',
  });
});

test('the district records a document once', async () => {
  const district = await startTestSubgraph(districtDefinition, { clock: fixedClock('2026-11-17T01:00:00Z') });
  const record = (number: string) =>
    give(
      district,
      'district',
      'recordApproval',
      {
        authority: 'DISTRICT_PARTY_COMMITTEE',
        purpose: 'APPOINTMENT',
        appointees: ['王敏'],
        bodyKind: 'AREA_MANAGEMENT_COMMITTEE',
        position: 'MEMBER',
        title: '任命',
        decidedOn: '2026-11-16',
        number,
      },
      'approval { number }',
      { as: people.party },
    );
  try {
    expect((await record('京门文〔2026〕1号')).errors).toEqual([]);
    const { errors } = await record('京⻔⽂〔2026〕１号');
    expect(errors.map(({ extensions }) => extensions)).toMatchObject([{ field: 'input.number' }]);
  } finally {
    await district.close();
  }
});
