import { createPlaces, placeImport, type PlacesDatabase } from '../../test-support/places';
import { importCsv, type ImportOptions } from './import';
import { ImportRefused, type LineProblem } from './line-problem';
import type { ImportedFile } from './imported-file';
import { UnreadableFile } from '../csv/unreadable';

let places: PlacesDatabase;
beforeAll(async () => (places = await createPlaces()));
afterEach(() => places.store.query('TRUNCATE place'));
afterAll(() => places.close());

/** Records of imports, oldest first. */
const recorded: ImportedFile[] = [];
const record: ImportOptions['record'] = async (_manager, file) => void recorded.push(file);

const run = (text: string, options: Partial<ImportOptions> = {}, definition = placeImport) =>
  importCsv(places.database, Buffer.from(text), definition, { fileName: 'places.csv', record, ...options });

const problemsOf = async (work: Promise<unknown>): Promise<readonly LineProblem[]> => {
  const error: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (error instanceof ImportRefused) return error.problems;
  throw error ?? new Error('nothing was refused');
};

test('writes every line, with the file and the line as its source; the second run changes nothing', async () => {
  expect(await run('code,name\nA,甲\n\nB,乙')).toEqual({ inserted: 2, updated: 0, unchanged: 0 });
  const before = await places.times();
  expect(await run('code,name\nA,甲\n\nB,乙')).toEqual({ inserted: 0, updated: 0, unchanged: 2 });
  expect(await places.times()).toEqual(before);
  expect(await places.store.query('SELECT code, citation FROM place ORDER BY code')).toEqual([
    { code: 'A', citation: 'import:places.csv:2' },
    { code: 'B', citation: 'import:places.csv:4' },
  ]);
});

test('the same fact in another file, or on another line, is no change and keeps its source', async () => {
  await run('code,name\nA,甲\nB,乙');
  const moved = { fileName: 'later.csv', replace: true };
  expect(await run('code,name\nB,乙\nA,改', moved)).toEqual({ inserted: 0, updated: 1, unchanged: 1 });
  expect(await places.store.query('SELECT code, citation FROM place ORDER BY code')).toEqual([
    { code: 'A', citation: 'import:later.csv:3' },
    { code: 'B', citation: 'import:places.csv:3' },
  ]);
});

test('columns in another order and columns of the reader’s own are no matter', async () => {
  await run('note,name,code\nx,甲,A');
  expect(await places.rows()).toMatchObject([{ code: 'A', name: '甲' }]);
});

test('all or nothing: each bad line with its number, column and reason, in the order of the file', async () => {
  const problems = await problemsOf(run('code,name\nA,甲\nB,\n\nA,乙\nC,丙,丁\nA,戊'));
  expect(problems).toEqual([
    { line: 3, column: 'name', reason: '名称为空 · the name is empty' },
    {
      line: 5,
      column: 'code',
      reason: 'A 与第 2 行重复，请删去一行 · A duplicates line 2. Remove one of them',
    },
    { line: 6, column: 'name', reason: expect.stringContaining('丁') },
    {
      line: 7,
      column: 'code',
      reason: 'A 与第 2 行重复，请删去一行 · A duplicates line 2. Remove one of them',
    },
  ]);
  expect(await places.rows()).toEqual([]);
});

test.each([
  ['code\nA', [['name', 1]]],
  [
    '编号，称谓\nA，甲',
    [
      ['code', 1],
      ['name', 1],
    ],
  ],
  [
    '',
    [
      ['code', 1],
      ['name', 1],
    ],
  ],
])('%j lacks columns: named, with what is needed', async (text, expected) => {
  const problems = await problemsOf(run(text));
  expect(problems.map(({ column, line }) => [column, line])).toEqual(expected);
  expect(problems[0]?.reason).toContain('Required: code,name');
});

test('a code that is stored with other values is refused, unless replacing was asked for', async () => {
  await run('code,name\nA,甲\nB,乙');
  const before = await places.rows();
  expect(await problemsOf(run('code,name\nA,甲\nB,改\nC,丙'))).toEqual([
    {
      line: 3,
      column: 'code',
      reason: expect.stringMatching(
        /^B 已登记（import:places.csv:3）.*名称已登记为“乙”，文件为“改”.*--replace.*name is “乙” in the database and “改” in the file/,
      ),
    },
  ]);
  expect(await places.rows()).toEqual(before);
  expect(await run('code,name\nB,改', { replace: true })).toEqual({ inserted: 0, updated: 1, unchanged: 0 });
});

test('a header in Chinese, in capitals, in any order, with any delimiter', async () => {
  for (const text of ['编码;名称\nA;甲', ' NAME \tCode\n甲\tA', 'sep=;\n代码;Name\nA;甲']) {
    expect(await run(text)).toMatchObject({ updated: 0 });
    expect(await places.rows()).toEqual([{ code: 'A', name: '甲', gone: false }]);
  }
});

test.each([
  ['code,code,name\nA,B,甲', 'code;code'],
  ['code,编码,name\nA,B,甲', 'code;编码'],
  ['备注,code,name,备注\nx,A,甲,y', '备注;备注'],
])('%j has a header twice', async (text, both) => {
  expect(await problemsOf(run(text))).toEqual([
    { line: 1, column: both.split(';')[0], reason: expect.stringContaining(`（${both}）`) },
  ]);
});

test('columns without a header, as spreadsheets leave them, are no matter', async () => {
  expect(await run('code,name,,\nA,甲,,')).toMatchObject({ inserted: 1 });
});

test.each([
  ['1.10109E+11', /Excel .*科学记数法.*format the column as Text/],
  ['1.10109e11', /Excel/],
  ['="110109001001"', /请只写 110109001001/],
  [`'110109001001`, /Write only 110109001001/],
])('a code that Excel wrote as %s names Excel', async (code, reason) => {
  const quoted = `"${code.replaceAll('"', '""')}"`;
  expect(await problemsOf(run(`code,name\n${quoted},甲`))).toEqual([
    { line: 2, column: 'code', reason: expect.stringMatching(reason) },
  ]);
});

test('what is wrong after a value of several lines stands at its line in the file', async () => {
  expect(await problemsOf(run('code,name\nA,"甲\n乙"\nB,'))).toEqual([
    { line: 2, column: 'name', reason: expect.stringContaining('one line') },
    { line: 4, column: 'name', reason: '名称为空 · the name is empty' },
  ]);
});

test('what is put on record fails with the rows, and they with it', async () => {
  const failing = async (): Promise<void> => {
    throw new Error('no room');
  };
  await expect(run('code,name\nA,甲', { record: failing })).rejects.toThrow('no room');
  expect(await places.rows()).toEqual([]);
});

test('on record: the file, its digest, and what it wrote; nothing for a file that changes nothing', async () => {
  recorded.length = 0;
  await run('code,name\nA,甲\nB,乙');
  await run('code,name\nA,甲\nB,乙');
  await run('code,name\nA,改', { replace: true, dryRun: true });
  await run('code,name\nA,改', { replace: true });
  const ids = await places.store.query('SELECT id FROM place ORDER BY code');
  expect(recorded).toMatchObject([
    { fileName: 'places.csv', inserted: 2, updated: 0, replace: false, targets: ids.map(({ id }) => id) },
    { inserted: 0, updated: 1, replace: true, targets: [ids[0]?.['id']] },
  ]);
  expect(recorded.map(({ sha256 }) => sha256)).toEqual([
    expect.stringMatching(/^[0-9a-f]{64}$/),
    expect.stringMatching(/^[0-9a-f]{64}$/),
  ]);
});

test('a withdrawn row that the file states again is said to be withdrawn', async () => {
  await run('code,name\nA,甲');
  await places.store.query('UPDATE place SET deleted_at = now()');
  const [problem] = await problemsOf(run('code,name\nA,甲'));
  expect(problem?.reason).toContain('已撤销');
});

test('a dry run counts like the real one and writes nothing', async () => {
  await run('code,name\nA,甲');
  expect(await run('code,name\nA,新\nB,乙', { dryRun: true, replace: true })).toEqual({
    inserted: 1,
    updated: 1,
    unchanged: 0,
  });
  expect(await places.rows()).toEqual([{ code: 'A', name: '甲', gone: false }]);
  expect(await problemsOf(run('code,name\nB,', { dryRun: true }))).toHaveLength(1);
});

test('what the definition finds in the whole is reported with the rest, and nothing is written', async () => {
  const definition = {
    ...placeImport,
    checkAll: async (_manager: unknown, rows: readonly { readonly line: number }[]) =>
      rows.slice(1).map(({ line }) => ({ line, column: 'code', reason: '太多 · too many' })),
  };
  const problems = await problemsOf(run('code,name\nA,甲\nB,乙\nC,', {}, definition));
  expect(problems.map(({ line, column }) => [line, column])).toEqual([
    [3, 'code'],
    [4, 'name'],
  ]);
  expect(await places.rows()).toEqual([]);
});

test('names that look the same under two codes are refused: in the file with both lines, stored with its code', async () => {
  const definition = { ...placeImport, namesDiffer: { name: 'name' } };
  const same = (work: Promise<unknown>) =>
    problemsOf(work).then((problems) => problems.map(({ line, reason }) => [line, reason]));
  expect(await same(run('code,name\nA,石门局\nB,乙\nC,⽯门局\nD,乙', {}, definition))).toEqual([
    [
      4,
      '“⽯门局”与第 2 行的 A“石门局”看起来相同，请更正其一 · “⽯门局” looks the same as “石门局” of A in line 2. Correct one of them',
    ],
    [5, expect.stringContaining('of B in line 3')],
  ]);
  expect(await places.rows()).toEqual([]);
  await run('code,name\nA,石门局\nB,乙', {}, definition);
  expect(await same(run('code,name\nC,⽯门局', {}, definition))).toEqual([
    [2, expect.stringMatching(/与已登记的 A“石门局”.*of the stored A/)],
  ]);
  const exchanged = run('code,name\nA,乙\nB,石门局', { replace: true }, definition);
  expect(await exchanged).toMatchObject({ updated: 2 });
  const within = { ...placeImport, namesDiffer: { name: 'name', within: 'code' } };
  expect(await run('code,name\nC,乙', {}, within)).toMatchObject({ inserted: 1 });
});

test('what the database itself refuses takes everything back', async () => {
  await places.store.query(`ALTER TABLE place ADD CONSTRAINT short CHECK (length(name) < 3)`);
  await expect(run('code,name\nA,甲\nB,乙乙乙')).rejects.toThrow('short');
  expect(await places.rows()).toEqual([]);
  await places.store.query('ALTER TABLE place DROP CONSTRAINT short');
});

test('progress ends at the whole', async () => {
  const shown: [number, number][] = [];
  const lines = Array.from({ length: 1500 }, (_, index) => `P${index},名`);
  await run(['code,name', ...lines].join('\n'), { onProgress: (done, total) => shown.push([done, total]) });
  expect(shown).toEqual([
    [1000, 1500],
    [1500, 1500],
  ]);
});

test.each([
  ['broken quoting', Buffer.from('code,name\nA,"甲')],
  ['another encoding', Buffer.from([0xff, 0xfe, 0x00])],
])('%s: told as such', async (_what, bytes) => {
  await expect(
    importCsv(places.database, bytes, placeImport, { fileName: 'places.csv', record }),
  ).rejects.toBeInstanceOf(UnreadableFile);
});
