import { CenterType } from '@mtg/governance';
import { definition as chengzi } from '../../../subgraphs/chengzi/src';
import { definition } from '../../../subgraphs/dayu/src';
import { readDocx } from '../../../packages/printing/test-support/read-documents';
import { centerHead, peopleOf } from '../../support/actors';
import { give } from '../../support/commands';
import { HEARD } from '../../support/heard-centers';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';
import { tokenOf } from '../../support/tokens';

const { clerk, dispatcher, leader, office } = peopleOf('DAYU');
const NOW = new Date('2026-11-18T02:00:00Z');

let dayu: TestSubgraph;
beforeAll(async () => {
  dayu = await startTestSubgraph(definition, { clock: { now: () => NOW } });
});
afterAll(() => dayu.close());

const run = (command: string, input: object, selection: string, as: object = dispatcher) =>
  give(dayu, 'dayu', command, input as never, selection, { as: as as never });
const must = async (...given: Parameters<typeof run>) => {
  const { payload, errors } = await run(...given);
  expect(errors).toEqual([]);
  return payload ?? {};
};
const openWeekly = async (): Promise<string> => {
  const input = { kind: 'WEEKLY', title: '例会', scheduledAt: NOW.toISOString() };
  const meetingId = (await must('convokeMeeting', input, 'meeting { id }'))['meeting'].id as string;
  await must('openMeeting', { meetingId }, 'meeting { id }');
  return meetingId;
};
const REPORT = 'centerReport { centerCode thisWeek recordedBy recordedFor { name } }';
const director = async (name: string) => {
  const since = '2026-01-05';
  const { person } = await must('registerPerson', { name, subject: name, since }, 'person { id }', clerk);
  const post = { personId: person.id, kind: 'DIRECTOR', centerCode: 'HEALTH', since };
  await must('appointToPost', post, 'postHolding { id }', clerk);
};

test('the dispatcher records what a center says for its head, marked in the schema and in the minutes', async () => {
  await director('王敏');
  const meetingId = await openWeekly();
  const report = { meetingId, ...HEARD.recordCenterReport };
  const { centerReport } = await must('recordReportForHead', report, REPORT);
  expect(centerReport).toEqual({
    centerCode: 'HEALTH',
    thisWeek: '已完成',
    recordedBy: dispatcher.subject,
    recordedFor: { name: '王敏' },
  });
  // Once a meeting, by whichever command.
  const again = await run('recordCenterReport', report, REPORT, centerHead('DAYU', 'HEALTH'));
  expect(again.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.centerCode' });
  const own = { ...report, centerCode: 'CIVIL_AFFAIRS' };
  const { centerReport: byHead } = await must(
    'recordCenterReport',
    own,
    REPORT,
    centerHead('DAYU', 'CIVIL_AFFAIRS'),
  );
  expect(byHead).toMatchObject({ recordedBy: null, recordedFor: null });
  const rest = HEARD.recordAttendance.records.filter(
    ({ centerCode }) => centerCode !== CenterType.CIVIL_AFFAIRS,
  );
  await must('recordAttendance', { meetingId, records: rest }, 'meeting { id }');
  await must('closeMeeting', { meetingId }, 'meeting { id }');
  const draft = { meetingId, title: '例会纪要', items: [{ text: '继续走访' }] };
  const { minutes } = await must('draftMinutes', draft, 'minutes { id }');
  const printed = await fetch(`${dayu.address}/documents/minutes/${minutes.id}.docx`, {
    headers: { authorization: `Bearer ${await tokenOf(leader)}` },
  });
  const parts = await readDocx(Buffer.from(await printed.arrayBuffer()));
  const text = String(parts.get('word/document.xml')).replaceAll(/<[^>]*>|\s/gu, '');
  expect(text).toContain('代录汇报');
  expect(text.slice(text.indexOf('代录汇报'))).toContain('街道健康服务中心');
  expect(text.slice(text.indexOf('代录汇报'))).not.toContain('街道事务处理服务中心');
});

test('the clerk may too; a report of the dispatcher’s own center is none for another', async () => {
  const meetingId = await openWeekly();
  const report = { meetingId, ...HEARD.recordCenterReport };
  const own = { ...report, centerCode: 'GENERAL_AFFAIRS' };
  const refused = await run('recordReportForHead', own, REPORT);
  expect(refused.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.centerCode' });
  const culture = { ...report, centerCode: 'CULTURE_EDUCATION' };
  // The register has no head of this center.
  const { centerReport } = await must('recordReportForHead', culture, REPORT, clerk);
  expect(centerReport).toMatchObject({ recordedBy: clerk.subject, recordedFor: null });
  for (const as of [centerHead('DAYU', 'HEALTH'), leader, office]) {
    // oxlint-disable-next-line no-await-in-loop
    const { errors } = await run('recordReportForHead', report, REPORT, as);
    expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
  }
  const missing = await run('recordReportForHead', { meetingId, centerCode: 'HEALTH' }, REPORT);
  expect(missing.errors[0]?.extensions).toMatchObject({ code: 'RULE_VIOLATION', rule: 'R21' });
});

test('a street whose configuration names no role has heads record themselves', async () => {
  const street = await startTestSubgraph(chengzi, { clock: { now: () => NOW } });
  try {
    const here = peopleOf('CHENGZI');
    const input = { kind: 'WEEKLY', title: '例会', scheduledAt: NOW.toISOString() };
    const as = { as: here.dispatcher };
    const convoked = await give(street, 'chengzi', 'convokeMeeting', input, 'meeting { id }', as);
    const meetingId: string = convoked.payload?.['meeting'].id;
    await give(street, 'chengzi', 'openMeeting', { meetingId }, 'meeting { id }', as);
    const report = { meetingId, ...HEARD.recordCenterReport };
    const { errors } = await give(street, 'chengzi', 'recordReportForHead', report, REPORT, as);
    expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await street.store.query('SELECT FROM center_report')).toEqual([]);
  } finally {
    await street.close();
  }
});
