import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { STREETS } from '@mtg/subgraphs';
import { definition as chengzi } from '../../../../subgraphs/chengzi/src';
import { definition as dayu } from '../../../../subgraphs/dayu/src';
import { definition as district } from '../../../../subgraphs/district/src';
import { MtgHost, runMtg, type MtgOptions } from '../../../../tests/support/mtg';
import { loadTestSubgraph, type LoadedSubgraph } from '../../../../tests/support/test-subgraph';

const host = new MtgHost();
const databases: Partial<Record<'dayu' | 'chengzi' | 'district', LoadedSubgraph>> = {};
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mtg-cli-'));
  databases.dayu = await loadTestSubgraph(dayu);
  databases.chengzi = await loadTestSubgraph(chengzi);
  databases.district = await loadTestSubgraph(district);
});
afterAll(async () => {
  await host.stop();
  for (const database of Object.values(databases)) await database.close();
  rmSync(folder, { recursive: true });
});

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** A subgraph's database, another address, or none, and more variables. */
function optionsOf(database: string | undefined, more: Readonly<Record<string, string>> = {}): MtgOptions {
  const known = Object.entries(databases).find(([name]) => name === database)?.[1];
  const url = known?.store.url ?? database;
  return {
    folder,
    environment: {
      MTG_DATA_DIR: join(folder, 'no data'),
      ...(url !== undefined && { DATABASE_OWNER_URL: url }),
      ...more,
    },
  };
}

const mtg = (database: string | undefined, ...given: readonly string[]) =>
  host.run(optionsOf(database), ...given);

/** A process of its own, for its exit code and its end. */
const mtgProcess = (database: string | undefined, ...given: readonly string[]) =>
  runMtg(optionsOf(database), ...given);

const count = async (database: keyof typeof databases, table: string) =>
  (await databases[database]?.store.query(`SELECT count(*)::int AS n FROM ${table}`))?.[0]?.['n'];

const HEADER = 'code,name,street_code\n';

const LEDGER_HEADER = 'center,community,kind,text,count,source,verified_on\n';
const EXAMPLE = join(__dirname, '../../../../docs/examples/ledger.csv');

describe('mtg import ledger', () => {
  const entries = async () =>
    databases.dayu?.store.query(
      `SELECT center_code, community_code, kind, count, verified_on::text, verified_by, version, reason, amended_at IS NULL AS current
       FROM ledger_entry ORDER BY id`,
    );
  const importLedger = (name: string, lines: readonly string[], ...more: readonly string[]) =>
    mtg(
      'dayu',
      'import',
      'ledger',
      file(name, LEDGER_HEADER + lines.join('\n')),
      '--street',
      'DAYU',
      ...more,
    );

  test('the example: a dry run writes nothing, then all is new, then unchanged, and stands on the audit chain', async () => {
    const run = (...more: readonly string[]) =>
      mtg('dayu', 'import', 'ledger', EXAMPLE, '--street', 'DAYU', ...more);
    expect(await run('--dry-run')).toMatchObject({ code: 0, output: expect.stringContaining('new 4, ') });
    expect(await count('dayu', 'ledger_entry')).toBe(0);
    expect(await run()).toMatchObject({
      code: 0,
      output: '大峪街道 ledger: 已导入 · imported: 新增 · new 4, 更新 · changed 0, 未变 · unchanged 0\n',
    });
    expect((await run()).output).toContain('new 0, 更新 · changed 0, 未变 · unchanged 4');
    expect(await run('--replace')).toMatchObject({ output: expect.stringContaining('unchanged 4') });
    expect(await entries()).toHaveLength(4);
    expect((await entries())?.[0]).toEqual({
      center_code: 'HEALTH',
      community_code: '110109001001',
      kind: 'RESOURCE',
      count: 1,
      verified_on: '2026-03-02',
      verified_by: `os:${userInfo().username}`,
      version: 1,
      reason: null,
      current: true,
    });
    expect(
      await databases.dayu?.store.query(
        `SELECT command, cardinality(targets) AS rows FROM audit_entry WHERE imported ->> 'fileName' = 'ledger.csv'`,
      ),
    ).toEqual([{ command: 'importLedgerEntries', rows: 4 }]);
  });

  test('other values: refused by names, and with --replace verified or amended, as the commands do it', async () => {
    await importLedger('first.csv', ['HEALTH,德露苑,RESOURCE,药店,2,走访,2026-03-01']);
    const later = ['2,德露苑社区居委会,服务资源,药店,2,走访,2026/3/9'];
    const refused = await importLedger('later.csv', later);
    expect(refused).toMatchObject({ code: 65, output: '' });
    expect(refused.errors).toMatch(
      /^第 2 行 · line 2, text: 街道健康服务中心、德露苑社区居委会已有此条目：核实日期已登记为“2026-03-01”，文件为“2026-03-09”/,
    );
    expect((await importLedger('later.csv', later, '--replace')).output).toContain('changed 1');
    const amended = ['HEALTH,德露苑,RESOURCE,药店,3,走访,2026-03-10'];
    expect((await importLedger('amended.csv', amended, '--replace')).output).toContain('changed 1');
    // What was entered first is history by now, and not entered a second time.
    expect((await importLedger('later.csv', later)).output).toContain('unchanged 1');
    const of = { center_code: 'HEALTH', community_code: '110109001001', kind: 'RESOURCE' };
    expect((await entries())?.slice(-2)).toEqual([
      expect.objectContaining({ ...of, count: 2, verified_on: '2026-03-09', version: 3, current: false }),
      expect.objectContaining({ ...of, count: 3, reason: 'import:amended.csv:2', current: true }),
    ]);
    const earlier = ['HEALTH,德露苑,RESOURCE,药店,4,走访,2026-03-08'];
    expect((await importLedger('earlier.csv', earlier, '--replace')).errors).toMatch(
      /^第 2 行 · line 2, verified_on: R27 .*2026-03-10/,
    );
  });

  test('mistakes: each with line, column and rule, and nothing is written', async () => {
    const before = await entries();
    const good = 'HEALTH,德露苑,NEED,体育设施,1,走访,2026-03-01';
    const { code, output, errors } = await importLedger('mistakes.csv', [
      good,
      '健康中心,德露苑,NEED,甲,1,走访,2026-03-01',
      'HEALTH,石厂街,NEED,乙,1,走访,2026-03-01',
      'HEALTH,德露苑,愿望,丙,-1,走访,2026-03-01',
      'HEALTH,德露苑,NEED,,1,,',
      'HEALTH,德露苑,NEED,丁,1,走访,2099-01-01',
      'HEALTH,德露苑,NEED,戊\u0007,1,走访,1898-01-01',
      good,
    ]);
    expect({ code, output }).toEqual({ code: 65, output: '' });
    const found = errors.split('\n').map((line) => /line (\d+), (\w+): (R27)?/.exec(line)?.slice(1));
    expect(found.filter(Boolean)).toEqual([
      ['3', 'center', undefined],
      ['4', 'community', undefined],
      ['5', 'kind', undefined],
      ['5', 'count', undefined],
      ['6', 'text', 'R27'],
      ['6', 'source', 'R27'],
      ['6', 'verified_on', 'R27'],
      ['7', 'verified_on', 'R27'],
      ['8', 'text', undefined],
      ['8', 'verified_on', undefined],
      ['9', 'text', undefined],
    ]);
    expect(errors).toContain('街道健康服务中心、德露苑社区居委会、实际需求、体育设施 与第 2 行重复');
    expect(await entries()).toEqual(before);
  });

  test('without --street: 2, and which there are', async () => {
    expect(await mtg('dayu', 'import', 'ledger', EXAMPLE)).toMatchObject({
      code: 2,
      errors: expect.stringMatching(/--street.*DAYU/),
    });
  });
});

describe('mtg import of past years', () => {
  const example = (name: string) => join(__dirname, `../../../../docs/examples/${name}.csv`);
  const importing = (kind: string, path: string, ...more: readonly string[]) =>
    mtg('chengzi', 'import', kind, path, ...more);
  const STREET = ['--street', 'CHENGZI'] as const;

  test('the example of meetings: a dry run, then new, then unchanged, by whom it was imported', async () => {
    const run = (...more: readonly string[]) =>
      importing('meetings', example('meetings'), ...STREET, ...more);
    expect(await run('--dry-run')).toMatchObject({ code: 0, output: expect.stringContaining('new 1, ') });
    expect(await count('chengzi', 'meeting')).toBe(0);
    expect(await run()).toEqual({
      code: 0,
      output: '城子街道 meetings: 已导入 · imported: 新增 · new 1, 更新 · changed 0, 未变 · unchanged 0\n',
      errors: '1 / 1\n',
    });
    expect((await run()).output).toContain('unchanged 1');
    expect(
      await databases.chengzi?.store.query('SELECT convener, held_on::text AS day FROM meeting'),
    ).toEqual([{ convener: `os:${userInfo().username}`, day: '2025-03-07' }]);
    expect(
      await databases.chengzi?.store.query(`SELECT command, imported ->> 'inserted' AS n FROM audit_entry`),
    ).toEqual([{ command: 'importMeetings', n: '1' }]);
  });

  test('the example of visits in each encoding of office software; of orders what they lack', async () => {
    // Communities of another street: told by line and column, whatever the encoding.
    const text = readFileSync(example('visits'), 'utf8');
    for (const [name, bytes] of [
      ['utf8', text],
      ['bom', `\ufeff${text}`],
      ['utf16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ] as const) {
      const { code, errors } = await importing('visits', file(`${name}.csv`, bytes), ...STREET);
      expect(code).toBe(65);
      expect(errors).toContain('第 2 行 · line 2, community: 本街道没有社区“德露苑”');
      expect(errors).toContain('第 3 行 · line 3, community: 本街道没有社区“月季园一区”');
    }
    const { errors } = await importing('orders', example('orders'), ...STREET);
    expect(errors).toContain('line 2, project: 没有项目“平安楼道”');
    expect(errors).toContain('line 2, key_point: 2025 年没有第 1 项工作要点');
    expect(await count('chengzi', 'community_visit')).toBe(0);
    expect(await mtg('dayu', 'import', 'visits', example('visits'), '--street', 'DAYU')).toMatchObject({
      code: 0,
    });
  });

  test('the example of people: new, then unchanged', async () => {
    const run = () => mtg('dayu', 'import', 'people', example('people'), '--street', 'DAYU');
    expect(await run()).toMatchObject({ code: 0, output: expect.stringContaining('new 5, ') });
    expect(await run()).toMatchObject({ code: 0, output: expect.stringContaining('unchanged 5') });
  });

  test.each([
    ['an empty file', '', 65, 'the header lacks this column'],
    ['a header without a column', 'day,center,community,person,form,record\n', 65, 'line 1, log: '],
    ['another encoding', Buffer.from([0x64, 0x61, 0x79, 0x2c, 0xff, 0xff, 0xfe, 0x0a]), 65, ''],
  ])('%s is refused, and nothing is written', async (_, bytes, code, words) => {
    const refused = await importing('visits', file('wrong.csv', bytes), ...STREET);
    expect(refused).toMatchObject({ code, output: '' });
    expect(refused.errors).toContain(words);
    expect(await count('chengzi', 'community_visit')).toBe(0);
  });

  const VISITS = 'day,center,community,person,form,record,log\n';
  const visitOn = (day: string, community = '德露苑') =>
    `${day},HEALTH,${community},wang-min,CALL,走访三户,路灯不亮`;

  test('a dry run of a file with mistakes names each of them, as the import would, and writes nothing', async () => {
    const lines = [visitOn('2025-05-06'), visitOn('2099-01-01'), visitOn('2025-05-08', '石厂街')];
    const path = file('mistakes-of-visits.csv', VISITS + lines.join('\n'));
    const before = await databases.dayu?.store.query(
      'SELECT (SELECT count(*)::int FROM community_visit) AS visits, (SELECT count(*)::int FROM audit_entry) AS entries',
    );
    const run = (...more: readonly string[]) =>
      mtgProcess('dayu', 'import', 'visits', path, '--street', 'DAYU', ...more);
    const dry = await run('--dry-run');
    expect(dry).toMatchObject({ code: 65, output: '' });
    expect(dry.errors.split('\n').filter((line) => line.startsWith('第'))).toEqual([
      expect.stringMatching(/line 3, day: 2099-01-01 晚于今天/u),
      expect.stringMatching(/line 4, community: 本街道没有社区“石厂街”/u),
    ]);
    expect(await run()).toEqual(dry);
    expect(
      await databases.dayu?.store.query(
        'SELECT (SELECT count(*)::int FROM community_visit) AS visits, (SELECT count(*)::int FROM audit_entry) AS entries',
      ),
    ).toEqual(before);
  });

  test('a long file says how far it is a few times, and not once for each of its lines', async () => {
    const days = Array.from({ length: 60 }, (_, index) =>
      new Date(Date.parse('2024-06-03') + index * 86_400_000).toISOString().slice(0, 10),
    );
    const path = file('many-visits.csv', VISITS + days.map((day) => visitOn(day)).join('\n'));
    const { code, output, errors } = await mtg(
      'dayu',
      'import',
      'visits',
      path,
      '--street',
      'DAYU',
      '--dry-run',
    );
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('new 60, ') });
    const shown = errors.trim().split('\n');
    expect(shown.at(-1)).toBe('60 / 60');
    expect(shown.length).toBeLessThanOrEqual(11);
  });

  test('without --street, and with --replace: 2, and the next action', async () => {
    expect(await importing('visits', example('visits'))).toMatchObject({
      code: 2,
      errors: expect.stringMatching(/--street.*CHENGZI/),
    });
    expect(await importing('visits', example('visits'), ...STREET, '--replace')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('Leave --replace out'),
    });
  });
});

describe('mtg import', () => {
  test('communities: the street is the one that the file names; a dry run first, then new, then unchanged', async () => {
    const path = file('communities.csv', `${HEADER}110109001901,新社区居委会,110109001\n`);
    const dry = await mtg('dayu', 'import', 'communities', path, '--dry-run');
    expect(dry).toMatchObject({
      code: 0,
      output: expect.stringMatching(/大峪街道 communities: 试运行.*new 1,/),
    });
    expect(await count('dayu', 'community')).toBe(33);
    const real = await mtgProcess('dayu', 'import', 'communities', path);
    expect(real).toEqual({
      code: 0,
      output: '大峪街道 communities: 已导入 · imported: 新增 · new 1, 更新 · changed 0, 未变 · unchanged 0\n',
      errors: '1 / 1\n',
    });
    expect(await count('dayu', 'community')).toBe(34);
    expect((await mtg('dayu', 'import', 'communities', path)).output).toContain('unchanged 1');
  });

  test('a file with two streets: the lines of the other are refused, all of them named', async () => {
    const lines = [
      '110109001902,甲社区居委会,110109001',
      '110109002902,乙社区居委会,110109002',
      '110109001903,,110109001',
    ];
    const path = file('two-streets.csv', HEADER + lines.join('\n'));
    const first = await mtgProcess('dayu', 'import', 'communities', path);
    expect(first.code).toBe(65);
    expect(first.output).toBe('');
    expect(first.errors.trim().split('\n')).toEqual([
      expect.stringMatching(/^第 3 行 · line 3, code: .*110109001/),
      expect.stringMatching(/^第 3 行 · line 3, street_code: .*大峪街道/),
      expect.stringMatching(/^第 4 行 · line 4, name: /),
      expect.stringContaining('未写入任何数据'),
    ]);
    const other = await mtg('chengzi', 'import', 'communities', path, '--street', 'CHENGZI');
    expect(other.errors).toContain('line 2, street_code');
    expect(other.errors).toContain('line 4, code');
    expect(other.errors).not.toContain('line 3');
    expect(await count('chengzi', 'community')).toBe(20);
  });

  test('--street with the street’s own file', async () => {
    const path = file('chengzi.csv', `${HEADER}110109002901,新社区居委会,110109002\n`);
    expect(await mtg('chengzi', 'import', 'communities', path, '--street', 'CHENGZI')).toMatchObject({
      code: 0,
    });
    expect(await count('chengzi', 'community')).toBe(21);
  });

  test.each([
    ['departments', 'code,name\nFINANCE,区财政局\n', 'department', 6],
    ['base-tasks', 'code,center,name\nBT-4-02,4,新任务\n', 'base_task', 15],
    ['holidays', '日期,种类,名称\n2027-01-01,休,元旦\n', 'calendar_day', 770],
  ])('%s go to the district', async (kind, content, table, total) => {
    const path = file(`${kind}.csv`, content);
    expect(await mtg('district', 'import', kind, path)).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^门头沟区 .*new 1,/),
    });
    expect(await count('district', table)).toBe(total);
  });

  test('the wrong database: said so, and nothing is written', async () => {
    const path = file('wrong.csv', `${HEADER}110109001904,甲社区居委会,110109001\n`);
    expect(await mtg('chengzi', 'import', 'communities', path)).toMatchObject({
      code: 78,
      errors: expect.stringMatching(/“chengzi”.*“dayu”.* · .*"chengzi".*"dayu"/),
    });
  });

  test.each([
    ['broken quoting', `${HEADER}1,"甲`, 65, '引号'],
    ['another encoding', new Uint8Array([0xff, 0xfe, 0x00]), 65, 'GB18030'],
    ['a street that no line names', `${HEADER}1,甲,999999999`, 65, '--street'],
    ['no street column', 'code,name\n1,甲', 65, 'line 1, street_code: 表头缺少此列'],
    ['a workbook of Excel', Buffer.from('PK\u0003\u0004…'), 65, 'CSV UTF-8'],
    [
      'one bad byte in UTF-8',
      Buffer.concat([Buffer.from(`${HEADER}1,测试局`), Buffer.from([0x80, 0x8a])]),
      65,
      'line 2, column 6',
    ],
  ])('a file with %s', async (_what, content, code, sentence) => {
    const path = file('bad.csv', content);
    expect(await mtg('dayu', 'import', 'communities', path)).toEqual({
      code,
      output: '',
      errors: expect.stringContaining(sentence),
    });
  });

  test.each([
    ['an unknown kind', ['import', 'streets', 'x.csv'], 'communities, base-tasks, departments'],
    ['no file', ['import', 'communities'], "missing required argument 'file'"],
    ['an unknown option', ['import', 'communities', 'x.csv', '--force'], '--force'],
    ['an unknown command', ['export'], 'export'],
  ])('%s: 2, and how it is used', async (_what, given, sentence) => {
    const { code, errors } = await mtg(undefined, ...given);
    expect(code).toBe(2);
    expect(errors).toMatch(/^命令行有误 · /);
    expect(errors).toContain(sentence);
    expect(errors).toContain('Usage: mtg');
  });

  test('--help: 0', async () => {
    expect(await mtgProcess(undefined, 'import', '--help')).toMatchObject({
      code: 0,
      output: expect.stringContaining('code,name,street_code'),
    });
  });

  test.each([
    ['no database named', undefined, 66, '“dayu” is not running on'],
    ['a database that is away', 'postgres://localhost:1/dayu', 1, 'The database cannot be reached'],
    ['an address of something else', 'http://localhost', 78, 'DATABASE_OWNER_URL'],
  ])('%s: the next action', async (_what, database, code, sentence) => {
    const path = file('communities.csv', `${HEADER}110109001901,新社区居委会,110109001\n`);
    expect(await mtg(database, 'import', 'communities', path)).toEqual({
      code,
      output: '',
      errors: expect.stringContaining(sentence),
    });
  });

  test('only the role that serves: it cannot write, and who can is to be named', async () => {
    const path = file('communities.csv', `${HEADER}110109001901,新社区居委会,110109001\n`);
    const serving = { DATABASE_URL: databases.dayu?.store.runtimeUrl ?? '' };
    expect(await host.run(optionsOf(undefined, serving), 'import', 'communities', path)).toMatchObject({
      code: 78,
      errors: expect.stringMatching(/DATABASE_OWNER_URL: .*cannot write reference data/),
    });
  });

  test('a street that does not exist: which there are', async () => {
    const path = file('communities.csv', HEADER);
    expect(await mtg('dayu', 'import', 'communities', path, '--street', 'PINGGU')).toMatchObject({
      code: 2,
      errors: expect.stringContaining(STREETS.map(({ code }) => code).join(', ')),
    });
  });

  test('a file that is not there: 66, and which', async () => {
    expect(await mtgProcess('dayu', 'import', 'communities', 'nowhere.csv')).toEqual({
      code: 66,
      output: '',
      errors: 'nowhere.csv: 没有这个文件 · no such file\n',
    });
  });

  test('--street for what is the district’s, or a source that cannot be cited: 2', async () => {
    const path = file('fine.csv', 'code,name\nAUDIT,区审计局\n');
    const street = await mtg('district', 'import', 'departments', path, '--street', 'DAYU');
    const source = await mtg('district', 'import', 'departments', path, '--source', 'a/b.csv');
    expect([street.code, source.code]).toEqual([2, 2]);
    expect(source.errors).toContain('--source');
  });

  test.each([
    ['turns the direction of writing', ['--source', 'b\u202Ex\u200B'], '"b\\u{202E}x\\u{200B}"'],
    ['begins as a formula does', ['--source', '=cmd|x!A0'], 'formula'],
    ['is empty', ['--source', ''], 'must not be empty'],
  ])('a source that %s: 2, and nothing is written', async (_what, more, sentence) => {
    const path = file('fine.csv', 'code,name\nAUDIT,区审计局\n');
    const before = await count('district', 'department');
    expect(await mtg('district', 'import', 'departments', path, ...more)).toEqual({
      code: 2,
      output: '',
      errors: expect.stringContaining(sentence),
    });
    expect(await count('district', 'department')).toBe(before);
  });

  test('a file whose own name invisible characters whole: 2, and told to give --source', async () => {
    const path = file('fine\u200B.csv', 'code,name\nAUDIT,区审计局\n');
    const { code, errors } = await mtg('district', 'import', 'departments', path);
    expect({ code, errors }).toEqual({ code: 2, errors: expect.stringContaining('invisible characters') });
    expect(errors).toContain('--source');
  });

  test('a stored code with other values: refused, and with --replace corrected, citing --source', async () => {
    const path = file('justice.csv', 'code,name\nJUSTICE,区司法局\n');
    const refused = await mtg('district', 'import', 'departments', path);
    expect(refused).toMatchObject({
      code: 65,
      errors: expect.stringMatching(/line 2, code: JUSTICE .*seed:80/),
    });
    const replaced = await mtg(
      'district',
      'import',
      'departments',
      path,
      '--replace',
      '--source',
      '2026年机构名录',
    );
    expect(replaced).toMatchObject({ code: 0, output: expect.stringContaining('changed 1') });
    expect(
      await databases.district?.store.query(`SELECT name, citation FROM department WHERE code = 'JUSTICE'`),
    ).toEqual([{ name: '区司法局', citation: 'import:2026年机构名录:2' }]);
  });

  test.each([
    ['a line break', '"区审\n计局"', 'must be one line'],
    ['a mark that turns the direction of writing', '区\u202E计局', 'change the writing direction'],
    ['a bell', '区\u0007局', 'control characters'],
    ['a character that invisible characters', '区\u3164局', 'invisible characters'],
    ['five thousand characters', '局'.repeat(5000), '200 characters at most'],
    ['a formula', `=cmd|' /C calc'!A0`, 'formula'],
    ['a character that was lost', '区\uFFFD局', 'U+FFFD'],
  ])('%s is refused as commands refuse it', async (_what, name, sentence) => {
    const path = file('steering.csv', `code,name\nAUDIT,${name}\n`);
    const { code, errors } = await mtg('district', 'import', 'departments', path);
    expect({ code, errors }).toEqual({ code: 65, errors: expect.stringContaining('line 2, name: ') });
    expect(errors).toContain(sentence);
  });

  test('what wrote something is on the audit chain, with who and which file; the chain verifies', async () => {
    const bytes = '编码;名称\nCHAIN;区档案局\n';
    const path = file('chain.csv', bytes);
    const entries = () =>
      databases.district?.store.query(
        `SELECT command, actor, outcome, targets, imported FROM audit_entry WHERE imported ->> 'fileName' LIKE 'chain%' ORDER BY sequence`,
      );
    expect(await mtg('district', 'import', 'departments', path, '--dry-run')).toMatchObject({ code: 0 });
    expect(await entries()).toEqual([]);
    expect(await mtg('district', 'import', 'departments', path)).toMatchObject({ code: 0 });
    expect(await mtg('district', 'import', 'departments', path)).toMatchObject({ code: 0 });
    const [department] =
      (await databases.district?.store.query(`SELECT id FROM department WHERE code = 'CHAIN'`)) ?? [];
    const { username } = userInfo();
    const login = new URL(databases.district?.store.url ?? '').username;
    expect(await entries()).toEqual([
      {
        command: 'importDepartments',
        actor: `os:${username}`,
        outcome: 'ALLOWED',
        targets: [department?.['id']],
        imported: {
          fileName: 'chain.csv',
          sha256: createHash('sha256').update(bytes).digest('hex'),
          replace: false,
          inserted: 1,
          updated: 0,
          systemUser: username,
          databaseRole: login,
        },
      },
    ]);
    const verified = await mtg('district', 'audit', 'verify', '--chain', 'DISTRICT');
    expect(verified).toMatchObject({
      code: 0,
      output: expect.stringMatching(/DISTRICT: \d+ 条 · entries, 完好/),
    });
    await databases.district?.store.query(`ALTER TABLE audit_entry DISABLE TRIGGER ALL;
      UPDATE audit_entry SET imported = jsonb_set(imported, '{fileName}', '"chain-forged.csv"') WHERE imported ->> 'fileName' = 'chain.csv';
      ALTER TABLE audit_entry ENABLE TRIGGER ALL`);
    expect(await mtg('district', 'audit', 'verify', '--chain', 'DISTRICT')).toMatchObject({ code: 65 });
  });

  test('--version', async () => {
    expect(await mtgProcess(undefined, '--version')).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});
