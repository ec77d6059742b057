import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { snippetsFor } from '../../../packages/bi-page/client/snippets';
import { openInsightDoors, type GrantedKey, type InsightDoors } from '../../support/insight-doors';
import { query } from '../../startup/support/query';
import { ROOT } from '../../support/project';
import { createServedWarehouse, type ServedWarehouse } from '../../support/served-warehouse';
import { childEnvironment } from '../../support/test-database';

const run = promisify(execFile);

/** Not every machine has jq. */
const whereJqIs = spawnSync('jq', ['--version']).status === 0 ? test : test.skip;

let warehouse: ServedWarehouse;
let doors: InsightDoors;
let key: GrantedKey;
let folder: string;
beforeAll(async () => {
  warehouse = await createServedWarehouse();
  folder = mkdtempSync(join(tmpdir(), 'snippets-'));
  doors = await openInsightDoors(warehouse, ['DAYU', 'CHENGZI', 'DONGXINFANG', 'DISTRICT'], {
    JOBS_DIR: join(folder, 'jobs'),
  });
  key = await doors.grant();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await doors.close();
  await warehouse.drop();
});

/** Puts what a reader would put in place of the names in a snippet. */
function filledIn(snippet: string): string {
  const { hostname, port } = new URL(warehouse.url);
  return snippet
    .replaceAll(/bi_(?:zhang|NAME)\b/g, `bi_${key.name}`)
    .replaceAll(/\bzhang\b|\bNAME\b/g, key.name)
    .replaceAll(/\bKEY\b|密钥/g, key.secret)
    .replaceAll(/(@|\/\/)[^:/@]+:(?:PORT|端口)/g, `$1${hostname}:${port}`)
    .replaceAll('/insight', `/${warehouse.name}`);
}

/** Runs lines for curl as they stand. @returns what they print */
async function shell(lines: string): Promise<string> {
  const env = childEnvironment({ URL: doors.address, TOKEN: `${key.name}.${key.secret}` });
  const { stdout } = await run('sh', ['-e', '-c', filledIn(lines)], { cwd: folder, env, timeout: 60_000 });
  return stdout;
}

/** Runs a line for psql: its statement at its address, over the driver, since not every machine has psql. */
async function sql(line: string): Promise<readonly unknown[]> {
  const [, given = '', statement = ''] = /^psql '([^']+)' -c '([^']+)'$/.exec(filledIn(line)) ?? [];
  const address = new URL(given);
  // It asks for the key, which no line has.
  expect(address.password).toBe('');
  address.password = key.secret;
  return query(address.toString(), statement);
}

/** Blocks of a language in a document. */
const blocksOf = (document: string, language: string): readonly string[] =>
  [...readFileSync(join(ROOT, 'docs', document), 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(
    ([, of, text = '']) => (of === language ? [text] : []),
  );

const linesFor = (document: string, program: string): readonly string[] =>
  blocksOf(document, 'sh').flatMap((block) =>
    block.split('\n').filter((line) => line.startsWith(`${program} `) && !/\$(LINK|JOB)/.test(line)),
  );

describe.each(['bi.md', 'bi.zh-CN.md'])('docs/%s', (document) => {
  test('each line for curl gives rows', async () => {
    const lines = linesFor(document, 'curl');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      const printed = await shell(line);
      const file = / -o (\S+)/.exec(line)?.[1];
      expect([
        line,
        (file === undefined ? printed : readFileSync(join(folder, file), 'utf8')).includes('-2026-'),
      ]).toEqual([line, true]);
    }
  });

  whereJqIs('the lines for a job load its file and remove it', async () => {
    rmSync(join(folder, 'orders.parquet'), { force: true });
    const lines = blocksOf(document, 'sh').filter((block) => block.includes('/bi/jobs'));
    expect(lines.length).toBe(1);
    await shell(lines.join(''));
    expect(readFileSync(join(folder, 'orders.parquet'), 'latin1').slice(0, 4)).toBe('PAR1');
    const left = await fetch(`${doors.address}/bi/jobs`, { headers: { authorization: key.authorization } });
    expect(await left.json()).toEqual({ jobs: [] });
  });

  test('each line for psql gives rows', async () => {
    const lines = linesFor(document, 'psql');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect([line, (await sql(line)).length]).toEqual([line, 3]);
  });

  test('each GraphQL query is answered without an error', async () => {
    const queries = blocksOf(document, 'graphql');
    expect(queries.length).toBeGreaterThan(1);
    for (const text of queries) {
      const answer = await fetch(`${doors.address}/graphql`, {
        method: 'POST',
        headers: { authorization: key.authorization, 'content-type': 'application/json' },
        // `live` and `object` are the street's own to answer, behind the gateway.
        body: JSON.stringify({ query: text.replace(/live \{[^}]*\}|object \{[^}]*\}\s*\}/g, '') }),
      });
      expect(await answer.json()).toEqual({ data: { insight: expect.any(Object) } });
    }
  });
});

describe('lines that the page has to copy', () => {
  // A filter with what shells, addresses and languages quote.
  const filter = "street in ('DAYU','CHENGZI') and number ne 'a\"$b`\\&+%'";
  const texts = (chosen: { readonly filter: string; readonly order: string }) =>
    new Map(
      snippetsFor({ base: `${doors.address}/bi/`, dataset: 'work_orders', ...chosen }).map(
        ({ tool, text }) => [tool, text],
      ),
    );
  const textFor = (tool: string, chosen = { filter, order: '' }): string => texts(chosen).get(tool) ?? '';

  test('curl gets the rows of the filter', async () => {
    await shell(textFor('curl'));
    const rows = readFileSync(join(folder, 'work_orders.csv'), 'utf8').trimEnd().split('\n').slice(1);
    expect(rows.map((row) => row.split(',')[0]).toSorted()).toEqual(['CHENGZI', 'DAYU', 'DAYU']);
    await shell(textFor('DuckDB').split('\n')[0] ?? '');
    expect(readFileSync(join(folder, 'work_orders.parquet'), 'latin1').slice(0, 4)).toBe('PAR1');
  });

  test('psql gets rows, and the address for Superset and Metabase opens', async () => {
    expect(await sql(textFor('psql'))).toHaveLength(4);
    expect(await query(filledIn(textFor('Metabase / Superset')), 'SELECT FROM work_orders')).toHaveLength(4);
    const jdbc = new URL(filledIn(textFor('帆软 / JDBC')).replace(/^jdbc:/, ''));
    expect([jdbc.protocol, jdbc.pathname, Object.fromEntries(jdbc.searchParams)]).toEqual([
      'postgresql:',
      `/${warehouse.name}`,
      { currentSchema: 'bi', user: `bi_${key.name}`, password: key.secret },
    ]);
  });

  test('addresses for Tableau and Grafana, and the one of the feed in M, answer with rows', async () => {
    const feedOf = (lines: string): string =>
      /OData\.Feed\("([^"]+)", null, \[Implementation = "2\.0"\]\)/.exec(lines)?.[1] ?? '';
    const whole = textFor('Excel / Power BI (M)', { filter: '', order: '' });
    expect(whole).toMatch(
      /^let\n.*\{\[Name = "work_orders", Signature = "table"\]\}\[Data\]\nin\n {2}Table$/s,
    );
    const chosen = { filter, order: 'number desc' };
    const addresses = [
      `${feedOf(whole)}work_orders`,
      feedOf(textFor('Excel / Power BI (M)', chosen)),
      textFor('Tableau (OData)', chosen),
      textFor('Grafana (Infinity)', chosen),
    ];
    for (const [index, address] of addresses.entries()) {
      const answer = await fetch(address, { headers: { authorization: key.authorization } });
      const text = await answer.text();
      // The third street is not among those of the filter.
      expect([address, answer.status, text.includes('大峪'), text.includes('东辛房')]).toEqual([
        address,
        200,
        true,
        index === 0,
      ]);
    }
  });

  test('Python and R have the address between quotes that nothing in it ends', () => {
    for (const tool of ['Python', 'R', 'Arrow (pyarrow, Polars)']) {
      const [address = ''] = /(?<=')http[^']*(?=')/.exec(textFor(tool)) ?? [];
      expect(new URL(address).searchParams.get('filter')).toBe(filter);
    }
  });
});
