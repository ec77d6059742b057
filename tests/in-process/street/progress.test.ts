import type { Actor } from '@mtg/access';
import { definition } from '../../../subgraphs/dayu/src';
import { definition as districtDefinition } from '../../../subgraphs/district/src';
import { centerHead, communitySecretary, officer, peopleOf } from '../../support/actors';
import { give } from '../../support/commands';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';
import { steppingClock, type Row } from './community-work-support';

const { clerk, dispatcher, leader, office, finance } = peopleOf('DAYU');
const [HEALTH, OTHER] = ['BT-2-01', 'BT-5-01'];

let district: TestSubgraph;
let dayu: TestSubgraph;
beforeAll(async () => {
  district = await startTestSubgraph(districtDefinition);
  dayu = await startTestSubgraph(definition, {
    clock: steppingClock('2026-04-01T01:00:00Z'),
    districtUrl: `${district.address}/graphql`,
  });
});
afterAll(async () => {
  await dayu.close();
  await district.close();
});

const must = async (command: string, input: object, as: Actor, selection: string): Promise<Row> => {
  const { payload, errors } = await give(dayu, 'dayu', command, { ...input }, selection, { as });
  expect(errors).toEqual([]);
  return payload as Row;
};

const decision = (number: number) => ({
  number: `大峪工委〔2026〕第${number}号`,
  summary: '通过年度工作要点',
  decidedAt: '2026-01-08T02:00:00Z',
});
const keyPoint = (number: number, baseTaskCodes?: readonly string[]) => ({
  year: 2026,
  number,
  title: `要点${number}`,
  content: '全年',
  decision: decision(number),
  ...(baseTaskCodes && { baseTaskCodes }),
});
const project = (title: string, baseTaskCodes?: readonly string[], deadline = '2026-12-31') => ({
  title,
  goals: '六处坡道',
  departmentCodes: ['JUSTICE'],
  communityCodes: ['110109001001'],
  deadline,
  ...(baseTaskCodes && { baseTaskCodes }),
});
const count = (table: string) => dayu.store.query(`SELECT count(*)::int AS n FROM ${table}`);
const ask = (selection: string, as: Actor | undefined) => dayu.ask(`{ dayu { ${selection} } }`, {}, { as });
const answered = async (selection: string, as: Actor): Promise<Row> => {
  const { data, errors } = await ask(selection, as);
  expect(errors).toBeUndefined();
  return (data as { dayu: Row }).dayu;
};

describe('base tasks of key points and projects', () => {
  test.each<[string, string, object, Actor]>([
    ['adoptKeyPoint', 'key_point', keyPoint(90, [HEALTH, 'BT-9-99']), clerk],
    ['charterProject', 'project', project('某项目', [HEALTH, 'BT-9-99']), dispatcher],
    [
      'dispatchWorkOrder',
      'work_order',
      { title: '派单', content: '办理', baseTaskCodes: [HEALTH, 'BT-9-99'] },
      dispatcher,
    ],
  ])(
    '%s: one that the district does not have is refused, and nothing written',
    async (command, table, input, as) => {
      const before = [await count(table), await count('committee_decision')];
      const { payload, errors } = await give(dayu, 'dayu', command, { ...input }, '__typename', { as });
      expect(payload).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND', field: 'input.baseTaskCodes.1' } }]);
      expect([await count(table), await count('committee_decision')]).toEqual(before);
    },
  );

  test('without any, none is carried out', async () => {
    const point = await must('adoptKeyPoint', keyPoint(80), clerk, 'keyPoint { baseTaskCodes }');
    expect(point).toEqual({ keyPoint: { baseTaskCodes: [] } });
    const chartered = await must('charterProject', project('零'), dispatcher, 'project { baseTaskCodes }');
    expect(chartered).toEqual({ project: { baseTaskCodes: [] } });
  });
});

describe('progress', () => {
  beforeAll(async () => {
    const ofBoth = await must(
      'adoptKeyPoint',
      keyPoint(1, [HEALTH, OTHER, HEALTH]),
      clerk,
      'keyPoint { id }',
    );
    const ofNone = await must('adoptKeyPoint', keyPoint(2), clerk, 'keyPoint { id }');
    const ofHealth = await must('charterProject', project('甲', [HEALTH]), dispatcher, 'project { id }');
    const plain = await must('charterProject', project('乙'), dispatcher, 'project { id }');
    await must('charterProject', project('丙', [OTHER], '2027-06-30'), dispatcher, 'project { id }');
    const order = async (point: Row, of: Row) => {
      const { workOrder } = await must(
        'dispatchWorkOrder',
        {
          keyPointId: point['keyPoint'].id,
          projectId: of['project'].id,
          centerCode: 'HEALTH',
          title: '派单',
          content: '办理',
          responsiblePerson: '王敏',
          deadline: '2026-04-20',
        },
        dispatcher,
        'workOrder { id version }',
      );
      return workOrder as Row;
    };
    await order(ofBoth, ofHealth);
    const accepted = await order(ofBoth, plain);
    const cancelled = await order(ofNone, ofHealth);
    await order(ofNone, plain);
    await must(
      'acceptWorkOrder',
      { workOrderId: accepted['id'], expectedVersion: accepted['version'] },
      centerHead('DAYU', 'HEALTH'),
      '__typename',
    );
    await must(
      'cancelWorkOrder',
      { workOrderId: cancelled['id'], expectedVersion: cancelled['version'], reason: '不再需要' },
      dispatcher,
      '__typename',
    );
    // As after the whole course of an order, of which other tests tell.
    await dayu.store.query(`ALTER TABLE work_order DISABLE TRIGGER USER`);
    await dayu.store.query(`UPDATE work_order SET state = 'CLOSED' WHERE id = '${String(accepted['id'])}'`);
    await dayu.store.query(`ALTER TABLE work_order ENABLE TRIGGER USER`);
  });
  const FIELDS =
    'number title baseTaskCodes keyPoints projects orders issued closed cancelled overdue closedShare';
  const NOTHING = { orders: 0, issued: 0, closed: 0, cancelled: 0, overdue: 0, closedShare: null };

  test('of key points by their number, those without orders too', async () => {
    const { keyPointProgress } = await answered(`keyPointProgress(year: 2026) { ${FIELDS} }`, leader);
    expect(keyPointProgress).toEqual([
      {
        number: '1',
        title: '要点1',
        baseTaskCodes: [HEALTH, OTHER],
        keyPoints: 1,
        projects: 2,
        orders: 2,
        issued: 1,
        closed: 1,
        cancelled: 0,
        overdue: 0,
        closedShare: 50,
      },
      {
        number: '2',
        title: '要点2',
        baseTaskCodes: [],
        keyPoints: 1,
        projects: 2,
        orders: 2,
        issued: 1,
        closed: 0,
        cancelled: 1,
        overdue: 0,
        closedShare: 0,
      },
      { number: '80', title: '要点80', baseTaskCodes: [], keyPoints: 1, projects: 0, ...NOTHING },
    ]);
  });

  test('of projects that run in the year', async () => {
    const titlesIn = async (year: number) => {
      const { projectProgress } = await answered(`projectProgress(year: ${year}) { title }`, leader);
      return (projectProgress as Row[]).map(({ title }) => title);
    };
    expect(await titlesIn(2025)).toEqual([]);
    expect(await titlesIn(2026)).toEqual(['零', '甲', '乙', '丙']);
    expect(await titlesIn(2027)).toEqual(['丙']);
    const { projectProgress } = await answered(`projectProgress(year: 2026) { ${FIELDS} }`, leader);
    expect((projectProgress as Row[]).find(({ title }) => title === '甲')).toMatchObject({
      baseTaskCodes: [HEALTH],
      keyPoints: 2,
      orders: 2,
      cancelled: 1,
      closedShare: 0,
    });
  });

  test('of base tasks: an order of a key point and a project of one task counts once', async () => {
    const { baseTaskProgress } = await answered(
      `baseTaskProgress(year: 2026) { id ${FIELDS} baseTask { code } }`,
      office,
    );
    expect(baseTaskProgress).toMatchObject([
      // Two orders of the key point, one of them and the cancelled one of the project.
      {
        id: null,
        number: HEALTH,
        title: null,
        baseTask: { code: HEALTH },
        keyPoints: 1,
        projects: 2,
        orders: 3,
        issued: 1,
        closed: 1,
        cancelled: 1,
        closedShare: 50,
      },
      { number: OTHER, keyPoints: 1, projects: 3, orders: 2, closed: 1, closedShare: 50 },
    ]);
    const { keyPoints } = await answered(
      `keyPoints(filter: { baseTaskCode: "${OTHER}" }) { nodes { number } }`,
      office,
    );
    expect(keyPoints).toEqual({ nodes: [{ number: 1 }] });
  });

  test('of base tasks: an order that cites one itself counts for it alone', async () => {
    const ids = await answered('keyPoints { nodes { id number } } projects { nodes { id title } }', leader);
    const pick = (list: string, of: Row): string =>
      ids[list].nodes.find((node: Row) => Object.entries(of).every(([key, value]) => node[key] === value)).id;
    const cite = (number: number, baseTaskCodes: readonly string[], title = '乙') =>
      give(
        dayu,
        'dayu',
        'dispatchWorkOrder',
        {
          keyPointId: pick('keyPoints', { number }),
          projectId: pick('projects', { title }),
          centerCode: 'HEALTH',
          title: '派单',
          content: '办理',
          responsiblePerson: '王敏',
          deadline: '2026-04-20',
          baseTaskCodes,
        },
        'workOrder { baseTaskCodes }',
        { as: dispatcher },
      );
    const orders = async (): Promise<Partial<Record<string, number>>> => {
      const { baseTaskProgress } = await answered('baseTaskProgress(year: 2026) { number orders }', office);
      return Object.fromEntries((baseTaskProgress as Row[]).map((row) => [row['number'], row['orders']]));
    };
    const before = await orders();
    const [ofHealth = 0, ofOther = 0] = [before[HEALTH], before[OTHER]];
    // Neither the key point nor the project carries out any.
    expect((await cite(2, [OTHER])).payload).toEqual({ workOrder: { baseTaskCodes: [OTHER] } });
    expect(await orders()).toEqual({ ...before, [OTHER]: ofOther + 1 });
    // The key point carries out both.
    expect((await cite(1, [HEALTH])).errors).toEqual([]);
    expect(await orders()).toEqual({ [HEALTH]: ofHealth + 1, [OTHER]: ofOther + 1 });
    const { errors } = await cite(2, [OTHER], '甲');
    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', field: 'input.baseTaskCodes.0' } },
    ]);
    const { nodes } = (
      await answered(`workOrders(filter: { baseTaskCode: "${OTHER}" }) { nodes { baseTaskCodes } }`, office)
    )['workOrders'];
    expect(nodes).toEqual([{ baseTaskCodes: [OTHER] }]);
  });

  test('sample data are counted apart', async () => {
    expect(await answered('baseTaskProgress(year: 2026, sample: true) { number }', leader)).toEqual({
      baseTaskProgress: [],
    });
  });

  test.each<[string, Actor | undefined, string]>([
    ['an anonymous caller', undefined, 'UNAUTHENTICATED'],
    ['a community secretary', communitySecretary('DAYU', '110109001001'), 'FORBIDDEN'],
    ['the leader of another street', { ...leader, street: 'DATAI' }, 'FORBIDDEN'],
  ])('%s is not told of it', async (_, as, code) => {
    for (const field of ['keyPointProgress', 'projectProgress', 'baseTaskProgress']) {
      const { data, errors } = await ask(`${field}(year: 2026) { orders }`, as);
      expect(data).toEqual({ dayu: { [field]: null } });
      expect(errors).toMatchObject([{ extensions: { code } }]);
    }
  });

  test.each<[string, Actor]>([
    ['a finance officer', finance],
    ['a department', officer('JUSTICE')],
  ])('%s, who reads no key points, is told of projects only', async (_, as) => {
    for (const field of ['keyPointProgress', 'baseTaskProgress']) {
      const { errors } = await ask(`${field}(year: 2026) { orders }`, as);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect((await ask('projectProgress(year: 2026) { orders }', as)).errors).toBeUndefined();
  });

  test('a department is told of the projects of its own delegations, and there are none', async () => {
    expect(await answered('projectProgress(year: 2026) { orders }', officer('JUSTICE'))).toEqual({
      projectProgress: [],
    });
  });
});
