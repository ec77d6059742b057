import { CENTER_TYPES, CenterType } from '@mtg/governance';
import { definition } from '../../../subgraphs/dayu/src';
import type { Actor } from '@mtg/access';
import { centerHead, officer, peopleOf } from '../../support/actors';
import { give, type Selected } from '../../support/commands';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

const people = peopleOf('DAYU');
const { dispatcher } = people;
const health = centerHead('DAYU', 'HEALTH');
const civil = centerHead('DAYU', 'CIVIL_AFFAIRS');

let dayu: TestSubgraph;
let now = new Date('2026-01-30T01:00:00Z');
const at = (shanghai: string) => (now = new Date(`${shanghai}+08:00`));
beforeAll(async () => {
  dayu = await startTestSubgraph(definition, { clock: { now: () => now } });
});
afterAll(() => dayu.close());

const DIFFICULTY = 'difficulty { id version state centerCode responsiblePerson progress solution solvedOn }';
const run = (command: string, input: object, as: Actor, selection = DIFFICULTY) =>
  give(dayu, 'dayu', command, { ...input }, selection, { as });
const must = async (command: string, input: object, as: Actor, selection = DIFFICULTY): Promise<Selected> => {
  const { payload, errors } = await run(command, input, as, selection);
  expect(errors).toEqual([]);
  return payload ?? {};
};
const refused = async (command: string, input: object, as: Actor) =>
  (await run(command, input, as, '__typename')).errors[0]?.extensions;
const ask = async (query: string, as: Actor = people.leader): Promise<Selected> => {
  const { data, errors } = await dayu.ask(`{ dayu { ${query} } }`, {}, { as });
  expect(errors ?? []).toEqual([]);
  return (data as Selected)['dayu'];
};
const convoke = async (kind = 'MONTHLY_PROGRESS'): Promise<string> => {
  const input = { kind, title: '推进会', scheduledAt: now.toISOString() };
  return (await must('convokeMeeting', input, dispatcher, 'meeting { id }'))['meeting'].id;
};
const open = async (): Promise<string> => {
  const meetingId = await convoke();
  await must('openMeeting', { meetingId, expectedVersion: 1 }, dispatcher, 'meeting { id }');
  return meetingId;
};
const report = async (meetingId: string, difficulties: readonly object[]): Promise<readonly Selected[]> => {
  const input = {
    meetingId,
    centerCode: 'HEALTH',
    progress: '过半',
    difficulties,
    nextMonth: '与卫健委对接',
  };
  const { difficulties: made } = await must('recordCenterReport', input, health, 'difficulties { id }');
  return made;
};
const close = async (meetingId: string) => {
  const records = CENTER_TYPES.filter(({ type }) => type !== CenterType.HEALTH).map(({ type }) => ({
    centerCode: type,
    attendance: 'ABSENT',
    reason: '出差',
  }));
  await must('recordAttendance', { meetingId, records }, dispatcher, 'attendance { id }');
  await must('closeMeeting', { meetingId, expectedVersion: 2 }, dispatcher, 'meeting { state }');
};
const shownAt = async (meetingId: string) => {
  const selection = 'openDifficulties { daysOpen difficulty { content state } }';
  const { meeting } = await ask(`meeting(id: "${meetingId}") { ${selection} }`);
  return meeting.openDifficulties.map(
    ({ daysOpen, difficulty }: Selected) => `${difficulty.content} ${String(daysOpen)}`,
  );
};

let first: string;
let staff: string;
test('difficulties of a monthly report are items of the center, and an empty list says that it has none', async () => {
  at('2026-01-30T09:00:00');
  first = await open();
  const [one, two] = await report(first, [
    { content: '人手不足', responsiblePerson: '王敏' },
    { content: '缺场地' },
  ]);
  staff = one?.['id'];
  const chain = `content state centerCode responsiblePerson raisedOn daysOpen report { centerCode meeting { id } }`;
  const { difficulty } = await ask(`difficulty(id: "${staff}") { ${chain} }`);
  expect(difficulty).toEqual({
    content: '人手不足',
    state: 'OPEN',
    centerCode: 'HEALTH',
    responsiblePerson: '王敏',
    raisedOn: '2026-01-30',
    daysOpen: 0,
    report: { centerCode: 'HEALTH', meeting: { id: first } },
  });
  expect(two).toBeDefined();
  await close(first);
  const { trace } = await ask(`trace(id: "${staff}") { upward { typeName id } }`, people.auditor);
  expect(trace.upward).toContainEqual({ typeName: 'Meeting', id: first });
  at('2026-02-26T09:00:00');
  const second = await open();
  expect(await report(second, [])).toEqual([]);
  await close(second);
  const reports = 'centerReports { progress difficulties reportedDifficulties(first: 5) { content } }';
  expect((await ask(`meeting(id: "${second}") { ${reports} }`))['meeting'].centerReports).toEqual([
    { progress: '过半', difficulties: null, reportedDifficulties: [] },
  ]);
});

test('each later meeting lists them with their days, until they are solved', async () => {
  const input = { difficultyId: staff, expectedVersion: 1 };
  at('2026-03-10T09:00:00');
  expect(await must('updateDifficulty', { ...input, progress: '已商编办' }, health)).toMatchObject({
    difficulty: { state: 'OPEN', progress: '已商编办', responsiblePerson: '王敏', version: 2 },
  });
  at('2026-03-31T09:00:00');
  const third = await open();
  expect(await shownAt(third)).toEqual(['人手不足 60', '缺场地 60']);
  const solution = { expectedVersion: 2, solution: '增派两人', solvedOn: '2026-03-30' };
  const { difficulty } = await must(
    'solveDifficulty',
    { ...input, ...solution },
    health,
    `${DIFFICULTY.slice(0, -1)} solvedBy recordedLate daysOpen }`,
  );
  expect(difficulty).toMatchObject({
    state: 'SOLVED',
    solvedBy: health.subject,
    recordedLate: true,
    daysOpen: 59,
  });
  // It was solved the day before the meeting, and is one of those that earlier ones had before them.
  expect(await shownAt(third)).toEqual(['缺场地 60']);
  expect(await shownAt(first)).toEqual(['人手不足 0', '缺场地 0']);
  at('2026-04-29T09:00:00');
  expect(await shownAt(await convoke())).toEqual(['缺场地 89']);
  expect(await shownAt(await convoke('WEEKLY'))).toEqual([]);
});

test('open difficulties are asked for by state and center', async () => {
  const query = 'difficulties(filter: { state: OPEN, centerCode: "HEALTH" }) { nodes { content daysOpen } }';
  expect((await ask(query))['difficulties'].nodes).toEqual([{ content: '缺场地', daysOpen: 89 }]);
  const { data, errors } = await dayu.ask(`{ dayu { ${query} } }`, {}, { as: officer('JUSTICE') });
  expect(data).toEqual({ dayu: { difficulties: null } });
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});

test('综合管理中心 hands a difficulty to another center, whose head goes on with it', async () => {
  const { difficulties } = await ask('difficulties(filter: { state: OPEN }) { nodes { id version } }');
  const [{ id: difficultyId, version: expectedVersion }] = difficulties.nodes;
  const input = { difficultyId, expectedVersion, centerCode: 'CIVIL_AFFAIRS', responsiblePerson: '赵一' };
  expect(await refused('reassignDifficulty', input, health)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refused('reassignDifficulty', { ...input, centerCode: 'HEALTH' }, dispatcher)).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.centerCode',
  });
  const { difficulty } = await must('reassignDifficulty', input, dispatcher);
  expect(difficulty).toMatchObject({ centerCode: 'CIVIL_AFFAIRS', responsiblePerson: '赵一', state: 'OPEN' });
  const solution = { difficultyId, expectedVersion: 2, solution: '腾出两间', solvedOn: '2026-04-29' };
  expect(await refused('solveDifficulty', solution, health)).toMatchObject({ code: 'FORBIDDEN' });
  await must('solveDifficulty', solution, civil);
  expect(await refused('solveDifficulty', { ...solution, expectedVersion: 3 }, civil)).toMatchObject({
    code: 'CONFLICT',
  });
});

test('a report that lacks a part is refused by R20, and nothing is written', async () => {
  const meetingId = await open();
  const before = await dayu.store.query('SELECT * FROM center_report');
  const input = { meetingId, centerCode: 'HEALTH', progress: '过半', difficulties: [], nextMonth: '对接' };
  for (const part of ['progress', 'difficulties', 'nextMonth']) {
    expect(await refused('recordCenterReport', { ...input, [part]: null }, health)).toMatchObject({
      code: 'RULE_VIOLATION',
      rule: 'R20',
      missing: [part],
    });
  }
  expect(await dayu.store.query('SELECT * FROM center_report')).toEqual(before);
});

test('words that a report from before has of its difficulties stay readable', async () => {
  const meetingId = await open();
  await dayu.database.query(
    `INSERT INTO center_report (created_at, updated_at, meeting_id, center_code, progress, difficulties, next_month)
     VALUES (now(), now(), $1, 'HEALTH', '过半', '经费不足', '对接')`,
    [meetingId],
  );
  const { meeting } = await ask(`meeting(id: "${meetingId}") { centerReports { difficulties } }`);
  expect(meeting.centerReports).toEqual([{ difficulties: '经费不足' }]);
});
