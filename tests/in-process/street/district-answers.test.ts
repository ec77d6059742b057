import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Actor } from '@mtg/access';
import { knownAt, workCalendarNow } from '../../../packages/street/src/district-references/known-of-district';
import { definition as dayuDefinition } from '../../../subgraphs/dayu/src';
import { definition as districtDefinition } from '../../../subgraphs/district/src';
import { officer, peopleOf } from '../../support/actors';
import { give, type CommandAnswer } from '../../support/commands';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

const { dispatcher } = peopleOf('DAYU');
const COMMUNITY = '110109001001';
const DELEGATION = {
  departmentCode: 'JUSTICE',
  kind: 'DELEGATED_MATTER',
  title: '社区矫正对象走访',
  content: '每月走访一次',
  documentNumber: '门司发〔2026〕12号',
  documentTitle: '关于委托开展社区矫正走访的函',
  documentDate: '2026-03-02',
  legalBasis: '《中华人民共和国社区矫正法》第九条',
};
const PROJECT = {
  title: '无障碍改造',
  goals: '六处坡道',
  departmentCodes: ['JUSTICE'],
  communityCodes: [COMMUNITY],
  deadline: '2199-12-31',
};
const REPORT = { title: '反馈', text: '完成', recipients: ['DEPARTMENT'], workOrderIds: [] };

const submit = (dayu: TestSubgraph, departmentCode: string, values: object = {}) =>
  give(dayu, 'dayu', 'submitDelegation', { ...DELEGATION, departmentCode, ...values }, 'delegation { id }', {
    as: officer(departmentCode),
  });
const charter = (dayu: TestSubgraph, departmentCodes: string[]) =>
  give(dayu, 'dayu', 'charterProject', { ...PROJECT, departmentCodes }, 'project { id }', { as: dispatcher });
const extensions = ({ errors }: CommandAnswer) => errors[0]?.extensions;

describe('departments that an input names', () => {
  let district: TestSubgraph;
  let dayu: TestSubgraph;
  beforeAll(async () => {
    district = await startTestSubgraph(districtDefinition);
    dayu = await startTestSubgraph(dayuDefinition, { districtUrl: `${district.address}/graphql` });
  });
  afterAll(() => dayu.close());

  test.each<[string, object, Actor, string]>([
    ['submitDelegation', { ...DELEGATION, departmentCode: 'UNKNOWN' }, officer('UNKNOWN'), 'departmentCode'],
    ['charterProject', { ...PROJECT, departmentCodes: ['JUSTICE', 'X'] }, dispatcher, 'departmentCodes.1'],
    ['issueFeedbackReport', { ...REPORT, departmentCodes: ['X'] }, dispatcher, 'departmentCodes.0'],
  ])(
    '%s: one that the district does not have is refused, with its field',
    async (command, input, as, field) => {
      const answer = await give(dayu, 'dayu', command, { ...input }, '__typename', { as });
      expect(answer.payload).toBeNull();
      expect(extensions(answer)).toMatchObject({ code: 'NOT_FOUND', field: `input.${field}` });
    },
  );

  test('one that the district has, or has since just now, is taken; those met go on being so without it', async () => {
    expect((await submit(dayu, 'JUSTICE')).errors).toEqual([]);
    expect(extensions(await charter(dayu, ['WATER_AFFAIRS']))).toMatchObject({ code: 'NOT_FOUND' });
    await district.database.query(
      `INSERT INTO department (code, name, citation) VALUES ('WATER_AFFAIRS', '水务部门', 'import:部门.csv:2')`,
    );
    expect((await charter(dayu, ['JUSTICE', 'WATER_AFFAIRS'])).errors).toEqual([]);
    const { departments } = knownAt(`${district.address}/graphql`);
    expect((await departments.namesNow(new Date())).get('WATER_AFFAIRS')).toBe('水务部门');
    const holidays = (now: Date) => workCalendarNow(`${district.address}/graphql`, now);
    expect((await holidays(new Date())).holidays.has('2026-10-01')).toBe(true);
    await district.close();
    const later = new Date(Date.now() + 3_600_000);
    expect((await departments.namesNow(later)).get('WATER_AFFAIRS')).toBe('水务部门');
    expect((await holidays(later)).workedWeekends.has('2026-10-10')).toBe(true);
    expect((await charter(dayu, ['WATER_AFFAIRS'])).errors).toEqual([]);
    expect((await submit(dayu, 'JUSTICE')).errors).toEqual([]);
    const unmet = await charter(dayu, ['JUSTICE', 'HEALTH_COMMISSION']);
    expect(extensions(unmet)).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'district' });
  });
});

describe('a district that takes its time', () => {
  let silent: Server;
  let dayu: TestSubgraph;
  beforeAll(async () => {
    // Takes every query, and answers none.
    silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    dayu = await startTestSubgraph(dayuDefinition, { districtUrl: `http://127.0.0.1:${port}/graphql` });
  });
  afterAll(async () => {
    await dayu.close();
    silent.closeAllConnections();
    silent.close();
  });

  test.each<[string, () => Promise<CommandAnswer>]>([
    [
      'about an approval',
      () =>
        give(
          dayu,
          'dayu',
          'appointMember',
          { memberId: randomUUID(), approvalId: randomUUID() },
          'member { id }',
          { as: peopleOf('DAYU').party },
        ),
    ],
    ['about a department', () => submit(dayu, 'JUSTICE')],
  ])('%s delays only the request that waits for it', async (_, ask) => {
    const asked = once(silent, 'request');
    let answered = false;
    const slow = ask().finally(() => {
      answered = true;
    });
    await Promise.race([asked, slow]);
    const scheduledAt = '2026-03-02T01:00:00Z';
    const meeting = { kind: 'WEEKLY', title: '例会', scheduledAt };
    const other = await give(dayu, 'dayu', 'convokeMeeting', meeting, 'meeting { id }', { as: dispatcher });
    expect(other.errors).toEqual([]);
    expect(answered).toBe(false);
    expect(extensions(await slow)).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  });
});
