import { importCsv, ImportRefused, type ImportOptions } from '@mtg/subgraph-kit';
import { eventually } from '../../../../tests/support/wait';
import { loadTestSubgraph, type LoadedSubgraph } from '../../../../tests/support/test-subgraph';
import { baseTaskImport } from '../base-tasks/import-base-tasks';
import { definition } from '../definition';
import { departmentImport } from '../departments/import-departments';

/** A database with the 14 named tasks for each test. */
let subgraph: LoadedSubgraph;
beforeEach(async () => (subgraph = await loadTestSubgraph(definition)));
afterEach(() => subgraph.close());

const record = async () => undefined;

const tasks = (codes: readonly string[], center = '2') =>
  Buffer.from(['code,center,name', ...codes.map((code) => `${code},${center},任务${code}`)].join('\n'));
const codes = (count: number, prefix = 'NEW') =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`);

const importTasks = (bytes: Uint8Array, options: Partial<ImportOptions> = {}) =>
  importCsv(subgraph.database, bytes, baseTaskImport, { fileName: 'tasks.csv', record, ...options });

const inForce = async () =>
  (await subgraph.store.query('SELECT count(*)::int AS n FROM base_task WHERE deleted_at IS NULL'))[0]?.['n'];

const refusal = async (work: Promise<unknown>): Promise<ImportRefused> => {
  const error: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (error instanceof ImportRefused) return error;
  throw error ?? new Error('nothing was refused');
};

describe('base tasks', () => {
  test('exactly 32 are accepted; the same again changes nothing; the 33rd is refused', async () => {
    expect(await importTasks(tasks(codes(18)))).toEqual({ inserted: 18, updated: 0, unchanged: 0 });
    expect(await importTasks(tasks(codes(18)))).toEqual({ inserted: 0, updated: 0, unchanged: 18 });
    const { problems } = await refusal(importTasks(tasks(['ONE-MORE'])));
    expect(problems).toEqual([{ line: 2, column: 'code', reason: expect.stringContaining('32') }]);
    expect(problems[0]?.reason).toMatch(/33/);
    expect(await inForce()).toBe(32);
  });

  test('a file that goes beyond 32: each line beyond is named and nothing is written', async () => {
    const { problems } = await refusal(importTasks(tasks(codes(20))));
    expect(problems.map(({ line }) => line)).toEqual([20, 21]);
    expect(await inForce()).toBe(14);
    expect((await refusal(importTasks(tasks(codes(20)), { dryRun: true }))).problems).toHaveLength(2);
  });

  test('a stored task that is changed takes no room, a withdrawn one that comes back does', async () => {
    await importTasks(tasks(codes(18)));
    expect(await importTasks(tasks(['BT-2-01']), { replace: true })).toEqual({
      inserted: 0,
      updated: 1,
      unchanged: 0,
    });
    await subgraph.store.query(`UPDATE base_task SET deleted_at = now() WHERE code = 'BT-2-01'`);
    await importTasks(tasks(['FILLS']));
    await refusal(importTasks(tasks(['BT-2-01'])));
    expect(await inForce()).toBe(32);
  });

  test('the table itself refuses the 33rd, for the owner too', async () => {
    await importTasks(tasks(codes(18)));
    await expect(
      subgraph.store.query(
        `INSERT INTO base_task (code, center_type, name, citation) VALUES ('BT-9', 'HEALTH', 'x', 'seed:82')`,
      ),
    ).rejects.toThrow('32');
    expect(await inForce()).toBe(32);
  });

  test('two imports at once never exceed 32 together', async () => {
    let second: Promise<unknown> | undefined;
    let ended = false;
    /** Between its check and its writing the first waits until the second is held back, or has written. */
    const first: typeof baseTaskImport = {
      ...baseTaskImport,
      checkAll: async (manager, rows) => {
        const problems = await baseTaskImport.checkAll?.(manager, rows);
        second = importTasks(tasks(codes(18, 'B'))).finally(() => (ended = true));
        second.catch(() => undefined);
        await eventually('the second waits', async () => ended || (await subgraph.store.isWaiting()));
        return problems ?? [];
      },
    };
    await importCsv(subgraph.database, tasks(codes(18, 'A')), first, { fileName: 'tasks.csv', record });
    await expect(second).rejects.toBeInstanceOf(ImportRefused);
    expect(await inForce()).toBe(32);
  });

  test('two imports at once of what there is room for are both written', async () => {
    await Promise.all([importTasks(tasks(codes(9, 'A'))), importTasks(tasks(codes(9, 'B')))]);
    expect(await inForce()).toBe(32);
  });

  test.each([
    ['4', 'CIVIL_AFFAIRS'],
    ['０４', 'CIVIL_AFFAIRS'],
    ['PUBLIC_SECURITY', 'PUBLIC_SECURITY'],
    ['public_security', 'PUBLIC_SECURITY'],
    ['街道健康服务中心', 'HEALTH'],
    ['健康服务中心', 'HEALTH'],
    ['Street Health Service Center', 'HEALTH'],
    ['街道事务综合服务中心', 'GENERAL_AFFAIRS'],
  ])('a center is named by its number, its type, its name or an alias: %s', async (center, type) => {
    await importTasks(tasks(['NEW-1'], center));
    expect(
      await subgraph.store.query(`SELECT center_type, citation FROM base_task WHERE code = 'NEW-1'`),
    ).toEqual([{ center_type: type, citation: 'import:tasks.csv:2' }]);
  });

  test('each bad line with its column and what would be right', async () => {
    const lines = [
      'new-1,1,小写',
      'NEW-2,8,第八',
      'NEW-3,,空',
      'NEW-4,1,',
      'NEW-5,1,甲',
      'NEW-5,2,乙',
      ',,',
      ',3,',
    ];
    const { problems } = await refusal(importTasks(Buffer.from(['code,center,name', ...lines].join('\n'))));
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [2, 'code'],
      [3, 'center'],
      [4, 'center'],
      [5, 'name'],
      [7, 'code'],
      [9, 'code'],
      [9, 'name'],
    ]);
    expect(problems[1]?.reason).toContain('7=PUBLIC_SECURITY');
    expect(await inForce()).toBe(14);
  });
});

test('base tasks of one center, and departments, differ by their looks', async () => {
  const lines = 'code,center,name\nNEW-1,2,石门任务\nNEW-2,2,⽯门任务\nNEW-3,3,石门任务';
  const ofTasks = await refusal(importTasks(Buffer.from(lines)));
  expect(ofTasks.problems.map(({ line, column }) => [line, column])).toEqual([[3, 'name']]);
  const departments = Buffer.from('code,name\nONE,石门局\nTWO,⽯门局');
  const options = { fileName: 'departments.csv', record };
  const work = importCsv(subgraph.database, departments, departmentImport, options);
  expect((await refusal(work)).problems.map(({ line, column }) => [line, column])).toEqual([[3, 'name']]);
});

describe('departments', () => {
  const importDepartments = (text: string) =>
    importCsv(subgraph.database, Buffer.from(text), departmentImport, {
      fileName: 'departments.csv',
      record,
      replace: true,
    });

  test('new and changed ones, once', async () => {
    const text = 'code,name\nHEALTH_COMMISSION,区卫生健康委\nJUSTICE,区司法局';
    expect(await importDepartments(text)).toEqual({ inserted: 1, updated: 1, unchanged: 0 });
    expect(await importDepartments(text)).toEqual({ inserted: 0, updated: 0, unchanged: 2 });
    expect(
      await subgraph.store
        .query(`SELECT name, citation FROM department WHERE code IN ('HEALTH_COMMISSION', 'JUSTICE')
        ORDER BY code`),
    ).toEqual([
      { name: '区卫生健康委', citation: 'import:departments.csv:2' },
      { name: '区司法局', citation: 'import:departments.csv:3' },
    ]);
  });

  test.each([
    ['卫健委,区卫生健康委', 'code'],
    ['9LIVES,九', 'code'],
    [`${'A'.repeat(65)},长`, 'code'],
    ['EMPTY,', 'name'],
  ])('%s: refused by its %s', async (line, column) => {
    const { problems } = await refusal(importDepartments(`code,name\nGOOD,好\n${line}`));
    expect(problems).toEqual([{ line: 3, column, reason: expect.stringContaining(' · ') }]);
    expect(await subgraph.store.query(`SELECT 1 FROM department WHERE code = 'GOOD'`)).toEqual([]);
  });
});
