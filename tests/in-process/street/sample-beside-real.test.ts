import type { Actor } from '@mtg/access';
import { appointPast } from '../../support/appoint-past';
import { centerHead } from '../../support/actors';
import type { Selected } from '../../support/commands';
import { taskOf } from './community-work-support';
import { COMMUNITY, ORDER, people, sampleStreet, type SampleStreet } from './sample-support';

const { dispatcher, leader, clerk } = people;
const head = centerHead('DAYU', 'HEALTH');

let street: SampleStreet;
beforeAll(async () => {
  street = await sampleStreet();
});
afterAll(() => street.dayu.close());

type Given = readonly [command: string, input: Readonly<Record<string, unknown>>, as: Actor];

/** That a command is refused, naming this field, and has written nothing. */
async function refused(code: string, field: string, [command, input, as]: Given): Promise<string> {
  const rows = async () => [await street.rowsOf(true), await street.rowsOf(false)];
  const before = await rows();
  const { payload, errors } = await street.run(command, input, '__typename', as);
  expect(payload).toBeNull();
  expect(errors[0]?.extensions).toMatchObject({ code, field: `input.${field}` });
  expect(await rows()).toEqual(before);
  return errors[0]?.message ?? '';
}

describe('a command that names sample rows and real ones is refused:', () => {
  const order = (project: string, keyPoint: string): Given => [
    'dispatchWorkOrder',
    { ...ORDER, projectId: project, keyPointId: keyPoint },
    dispatcher,
  ];
  const report = (...workOrderIds: string[]): Given => [
    'issueFeedbackReport',
    { title: '反馈', text: '完成', recipients: ['DISTRICT_GOVERNMENT'], workOrderIds },
    dispatcher,
  ];
  const matter = { title: '义诊', content: '一次', communityCodes: [COMMUNITY] };
  const item = (meetingId: string, workOrderId: string): Given => [
    'proposeWeeklyItem',
    { meetingId, centerCode: 'HEALTH', ...matter, workOrderId },
    head,
  ];
  const meeting = (...matters: string[]): Given => [
    'convokeMeeting',
    {
      kind: 'JOINT',
      title: '联席会议',
      scheduledAt: '2026-11-24T01:00:00Z',
      agenda: matters.map((majorMatterId) => ({ title: '议题', majorMatterId })),
    },
    leader,
  ];

  test.each<[string, string, (of: SampleStreet) => Given]>([
    [
      'a sample key point in a real project',
      'keyPointId',
      ({ real, sample }) => order(real.project, sample.keyPoint),
    ],
    [
      'a real key point in a sample project',
      'keyPointId',
      ({ real, sample }) => order(sample.project, real.keyPoint),
    ],
    ['a report on both', 'workOrderIds.1', ({ real, sample }) => report(sample.order, real.order)],
    [
      'a sample order in a real weekly meeting',
      'workOrderId',
      ({ real, sample }) => item(real.meeting, sample.order),
    ],
    [
      'an agenda of both',
      'agenda.1.majorMatterId',
      ({ real, sample }) => meeting(real.matter, sample.matter),
    ],
  ])('%s', async (_, field, command) => {
    const message = await refused('BAD_USER_INPUT', field, command(street));
    expect(message).toMatch(/样例数据.*真实数据.*不能混用.* · .*sample data.*real data/u);
  });

  test('an item that a weekly meeting of the other kind passed, whatever the rules would say', async () => {
    const { one, real } = street;
    const passed = await one(`SELECT id FROM weekly_item WHERE sample AND state = 'PASSED' LIMIT 1`);
    const assignments = [taskOf(passed['id'], COMMUNITY)];
    const batch: Given = ['issueAssignmentBatch', { meetingId: real.meeting, assignments }, dispatcher];
    await refused('BAD_USER_INPUT', 'assignments.0.weeklyItemId', batch);
  });
});

test('the members of one kind are no member units of the other’s meetings', async () => {
  const { must, real, sample } = street;
  const nominee = { personName: '赵一', position: 'MEMBER', category: 'RESIDENT_UNIT', unit: '大峪派出所' };
  const nomination = { bodyCode: 'AREA_MANAGEMENT_COMMITTEE', ...nominee };
  const member = await must('nominateMember', nomination, 'member', leader);
  expect(member).toMatchObject({ sample: false });
  await appointPast(street.dayu.database, member['id'], new Date().toISOString());
  const units = [await street.unit(), nominee.unit] as const;
  for (const [matter, other, own] of [
    [real.matter, ...units],
    [sample.matter, units[1], units[0]],
  ] as const) {
    const { id: meetingId } = await street.special(matter);
    await street.step('openMeeting', meetingId, leader);
    const report = (unit: string) => ({ meetingId, unit, content: '进展' });
    await refused('NOT_FOUND', 'unit', ['recordMemberReport', report(other), clerk]);
    await must('recordMemberReport', report(own), 'memberReport', clerk);
  }
  // Of a notice too, which is about the kind of its meeting.
  const joint = await street.one(`SELECT id FROM meeting WHERE sample AND kind = 'JOINT' LIMIT 1`);
  const notice = { year: 2026, title: '通报', content: '内容', meetingId: joint['id'] };
  const told = { ...notice, addressees: [units[0]] };
  expect(await must('issueAnnualNotice', told, 'annualNotice', clerk)).toMatchObject({ sample: true });
  const others = { ...notice, addressees: [units[1]] };
  await refused('NOT_FOUND', 'addressees.0', ['issueAnnualNotice', others, clerk]);
});

test('a chain says of each step whether it is a sample', async () => {
  const query = 'query ($id: UUID!) { dayu { trace(id: $id) { upward { typeName sample } } } }';
  const marks = async (id: string) => {
    const { data, errors } = await street.dayu.ask(query, { id }, { as: dispatcher });
    expect(errors).toBeUndefined();
    const { upward } = (data as Selected)['dayu'].trace;
    return (upward as Selected[]).map((step) => step['sample']);
  };
  const [made, real] = [await marks(street.sample.order), await marks(street.real.order)];
  expect(made).toEqual(made.map(() => true));
  expect(real).toEqual([false, false, false]);
  expect(made.length).toBeGreaterThan(1);
});
