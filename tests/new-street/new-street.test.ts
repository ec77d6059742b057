import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPlatform, type Platform } from '../support/platform';
import { copyProject } from '../support/project-copy';

/**
 * A street more, in a copy of the project: `mtg new-street` adds it, and with nothing done by hand it is built, composed
 * and asked. The copy is built where the project is, so that only the street and the list of streets are compiled.
 */
/** A street that there will never be. */
const STREET = ['ceshi', '测试镇', '110109999'] as const;
const LIMIT_MS = 300_000;

let project: string;
beforeAll(() => {
  project = copyProject();
}, LIMIT_MS);
afterAll(() => rmSync(project, { recursive: true, force: true }));

const run = (...command: readonly string[]) => {
  const [program = '', ...given] = command;
  // npm leaves out the tools of a build where NODE_ENV is production, as it is for tests.
  // oxlint-disable-next-line node/no-process-env
  const env = { ...process.env, NODE_ENV: undefined };
  const { status, stdout, stderr } = spawnSync(program, given, { cwd: project, encoding: 'utf8', env });
  return { status, output: `${stdout}${stderr}` };
};
const mtg = (...given: readonly string[]) => run(process.execPath, 'packages/cli/bin/mtg.js', ...given);

const EDITED = ['subgraphs/list.ts', 'tsconfig.json', 'package-lock.json', 'docker-compose.yml'];
const textOf = (path: string): string => readFileSync(join(project, path), 'utf8');

test(
  'a dry run shows every file and writes none',
  () => {
    const before = EDITED.map(textOf);
    const { status, output } = mtg('new-street', ...STREET, '--dry-run');
    expect(status).toBe(0);
    for (const path of EDITED) expect(output).toContain(path);
    expect(output).toMatch(/^\+ {3}street\('ceshi', '测试镇', '110109999', \d+\),$/mu);
    expect(EDITED.map(textOf)).toEqual(before);
  },
  LIMIT_MS,
);

test(
  'one command writes it, builds it and composes it',
  () => {
    expect(mtg('new-street', ...STREET)).toEqual({
      status: 0,
      output: expect.stringMatching(
        /新建 · new +subgraphs\/ceshi\/package\.json[^]*gateway\/supergraph\.graphql[^]*测试镇（CESHI）已加入/u,
      ),
    });
  },
  LIMIT_MS,
);

test(
  'what CI checks of a street holds: topology, compose file, formatting, the lock',
  () => {
    const lock = textOf('package-lock.json');
    const jest = [
      'node_modules/.bin/jest',
      '--verbose',
      '--selectProjects',
      'e2e',
      '--',
      'tests/topology',
      'tests/deployment/services',
    ];
    expect(run(process.execPath, ...jest)).toEqual({
      status: 0,
      output: expect.stringContaining('ceshi is complete'),
    });
    const written = [...EDITED, 'subgraphs/ceshi'];
    expect(run(process.execPath, 'node_modules/.bin/prettier', '--check', ...written)).toMatchObject({
      status: 0,
    });
    expect(
      run('npm', 'install', '--package-lock-only', '--offline', '--ignore-scripts', '--no-audit'),
    ).toMatchObject({
      status: 0,
    });
    expect(textOf('package-lock.json')).toBe(lock);
  },
  LIMIT_MS,
);

test('asked again, it refuses and changes nothing', () => {
  const before = EDITED.map(textOf);
  expect(mtg('new-street', ...STREET)).toEqual({
    status: 2,
    output: expect.stringContaining('subgraphs/list.ts'),
  });
  expect(EDITED.map(textOf)).toEqual(before);
});

describe('started', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform({
      project,
      flags: ['--only', 'ceshi,district,gateway'],
      initialised: ['district'],
    });
  }, LIMIT_MS);
  afterAll(() => platform?.stop());

  test('it answers through the gateway, and begins without communities', async () => {
    expect(
      await platform.ask(
        '{ ceshi { __typename code name divisionCode counts { functionalCenters communities } communities { code } } street(code: "CESHI") { name } }',
      ),
    ).toEqual({
      data: {
        ceshi: {
          __typename: 'CeshiStreet',
          code: 'CESHI',
          name: '测试镇',
          divisionCode: '110109999',
          counts: { functionalCenters: 7, communities: 0 },
          communities: [],
        },
        street: { name: '测试镇' },
      },
    });
  });

  test('sample data, which need communities, say so and how to bring them', () => {
    expect(mtg('sample', '--scale', '1', '--street', 'CESHI', '--data-dir', platform.dataDirectory)).toEqual({
      status: 65,
      output: expect.stringMatching(/测试镇还没有社区[^]*mtg import communities FILE\.csv --street CESHI/u),
    });
  });

  test('its communities and villages are imported, with short names', async () => {
    const file = join(project, 'ceshi.csv');
    const rows = [
      '110109999001,河北社区居委会',
      '110109999201,韭园村村委会',
      '110109999202,东石古岩村民委员会',
    ];
    writeFileSync(file, ['code,name,street_code', ...rows.map((row) => `${row},110109999`)].join('\n'));
    expect(
      mtg('import', 'communities', file, '--street', 'CESHI', '--data-dir', platform.dataDirectory),
    ).toMatchObject({ status: 0, output: expect.stringMatching(/测试镇 communities: .*new 3/u) });
    expect(await platform.ask('{ street(code: "CESHI") { communities { shortName } } }')).toEqual({
      data: { street: { communities: ['河北', '韭园村', '东石古岩村'].map((shortName) => ({ shortName })) } },
    });
  });
});
