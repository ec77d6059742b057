import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startBrowser } from '../../support/browser';
import { openInsightDoors, type GrantedKey, type InsightDoors } from '../../support/insight-doors';
import { createServedWarehouse, type ServedWarehouse } from '../../support/served-warehouse';

let warehouse: ServedWarehouse;
let doors: InsightDoors;
let key: GrantedKey;
let browser: Browser;

beforeAll(async () => {
  [warehouse, browser] = await Promise.all([createServedWarehouse(), startBrowser()]);
  const codes = ['DAYU', 'CHENGZI', 'DONGXINFANG', 'DISTRICT'];
  await warehouse.query(`INSERT INTO warehouse.source (name, state, fresh_at, problem_zh, problem_en) VALUES
    ('dayu', 'FOLLOWING', now(), NULL, NULL), ('dongxinfang', 'FOLLOWING', now(), NULL, NULL), ('district', 'FOLLOWING', now(), NULL, NULL),
    ('chengzi', 'UNREACHABLE', now() - interval '2 hours', '连接不上', 'no connection')`);
  doors = await openInsightDoors(warehouse, codes);
  key = await doors.grant();
});
afterAll(async () => {
  await browser.close();
  await doors.close();
  await warehouse.drop();
});

/** Complaints of the browser; refused requests are among it, and a test that causes one says so. */
let complaints: string[] = [];
let allowed: RegExp | undefined;
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  const unexpected = complaints.filter((each) => allowed?.test(each) !== true);
  complaints = [];
  allowed = undefined;
  expect(unexpected).toEqual([]);
});

async function visit(search = '', options: BrowserContextOptions = {}, script = ''): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options });
  await context.addInitScript(script);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(`${doors.address}/bi/${search}`);
  return page;
}

async function signIn(page: Page, { name, secret }: Pick<GrantedKey, 'name' | 'secret'>): Promise<void> {
  await page.locator('#name').fill(name);
  await page.locator('#secret').fill(secret);
  await page.locator('#sign-in button').click();
}

/** Opens the page as a reader who has signed in before, in this tab. */
async function open(search?: string, options?: BrowserContextOptions, script = ''): Promise<Page> {
  const signedIn = `sessionStorage.setItem('bi-authorization', '${key.authorization}')`;
  const page = await visit(search, options, `${signedIn};${script}`);
  await page.locator('#preview tbody tr').first().waitFor();
  await page.locator('#chart canvas').waitFor();
  return page;
}

const numbers = (page: Page): Promise<readonly string[]> => column(page, '派单编号');

/** Cells of the preview below a heading. */
async function column(page: Page, heading: string): Promise<readonly string[]> {
  const headings = await page.locator('#preview th').allTextContents();
  return page.locator(`#preview tbody td:nth-child(${headings.indexOf(heading) + 1})`).allTextContents();
}

test('without a key the page says what is missing, and with a wrong one that it is wrong', async () => {
  allowed = /401/;
  const page = await visit();
  await page.locator('#problem', { hasText: '需要身份' }).waitFor();
  expect(await page.locator('#content').isVisible()).toBe(false);
  await signIn(page, { name: key.name, secret: 'wrong' });
  await page.locator('#problem', { hasText: '密钥名称或密钥有误' }).waitFor();
  await signIn(page, key);
  await page.locator('#content').waitFor();
  expect(await page.locator('#problem').textContent()).toBe('');
  expect(await page.locator('#sign-in').isVisible()).toBe(false);
});

test('a dataset has its columns, a preview, and a chart of a measure over time', async () => {
  const page = await open();
  const listed = await page.locator('#datasets code').allTextContents();
  expect(listed).toEqual(expect.arrayContaining(['work_orders', 'visits', 'departments']));
  expect(await page.locator('#datasets a[aria-current]').textContent()).toBe('派单');
  const deadline = page.locator('#columns tr', { hasText: 'original_deadline' });
  expect(await deadline.locator('td').allTextContents()).toEqual([
    'original_deadline',
    '原定完成时限',
    'date',
    expect.stringMatching(/\p{Script=Han}/u),
  ]);
  expect(await numbers(page)).toEqual(
    expect.arrayContaining([
      'DAYU-2026-0001',
      'DAYU-2026-0002',
      'CHENGZI-2026-0001',
      'DONGXINFANG-2026-0001',
    ]),
  );
  expect(await page.locator('#preview-note').textContent()).toBe('共 4 行');
  // The chart's values are readable without the picture.
  const cells = await page.locator('#chart-table tbody tr').first().locator('th, td').allTextContents();
  expect([cells[0], ...cells.slice(1).toSorted()]).toEqual(['2026-03-01', '1', '1', '2']);
});

test('periods are those of the streets, wherever the reader is', async () => {
  const page = await open('', { timezoneId: 'America/New_York' });
  await page.locator('#chart .u-over').hover({ position: { x: 5, y: 50 } });
  await page.locator('#chart .u-legend .u-value', { hasText: '2026-03' }).waitFor();
});

test('freshness is shown per street, a stale one with its problem', async () => {
  const page = await open();
  const streets = await page.locator('#freshness li').allTextContents();
  expect(streets).toEqual([
    expect.stringMatching(/^● 大峪街道 · \d+ 秒前$/),
    expect.stringMatching(/^▲ 城子街道 · 7\d\d\d 秒前 · 连接不上$/),
    expect.stringMatching(/^● 东辛房街道/),
    expect.stringMatching(/^● 门头沟区/),
  ]);
});

test('ages move, and what has not been read for long is not shown as current', async () => {
  const clock =
    'let late = 0; const { now } = Date; Date.now = () => now() + late; addEventListener("late", () => { late = 200_000 })';
  const page = await open('', {}, clock);
  await page.locator('#freshness li', { hasText: /^● 大峪街道/ }).waitFor();
  await page.evaluate('dispatchEvent(new Event("late"))');
  await page.locator('#freshness li', { hasText: /^▲ 大峪街道 · [2-9]\d\d 秒前/ }).waitFor();
  // A query reads it along.
  await page.locator('#query button').first().click();
  await page.locator('#freshness li', { hasText: /^● 大峪街道 · \d{1,2} 秒前/ }).waitFor();
});

test('choices of the address that do not exist are named, and the address is corrected', async () => {
  const page = await open('?dataset=nosuch&measure=zzz&by=foo&time=bar&order=number');
  await page.locator('#problem', { hasText: 'dataset=nosuch、measure=zzz、time=bar、by=foo' }).waitFor();
  expect(new URL(page.url()).search).toBe('?order=number');
  expect(await page.locator('#measure').inputValue()).toBe('count');
  await page.locator('#grain').selectOption('year');
  await page.locator('#problem', { hasNotText: 'nosuch' }).waitFor({ state: 'attached' });
});

test('the values of the chart are a file, and an empty chart says so', async () => {
  const page = await open(`?${new URLSearchParams({ filter: "street eq 'DAYU'", grain: 'year' })}`);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#chart-file a', { hasText: 'CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('work_orders-summary.csv');
  const text = (await (await file.createReadStream()).setEncoding('utf8').toArray()).join('');
  expect(text).toMatch(/^\W?[\w,]*_year,street_name,count\r?\n2026-01-01,\S+,2\s*$/);
  await page.locator('#filter').fill("street eq 'NONE'");
  await page.locator('#query button').first().click();
  await page.locator('#chart p', { hasText: '没有可画的数据' }).waitFor();
});

test('what is chosen is in the address, and survives a reload and the way back', async () => {
  const page = await open();
  await page.locator('#filter').fill("street eq 'DAYU'");
  await page.locator('#order').fill('number desc');
  await page.locator('#query button').first().click();
  await page.locator('#preview-note', { hasText: '共 2 行' }).waitFor();
  const { searchParams } = new URL(page.url());
  expect(Object.fromEntries(searchParams)).toEqual({ filter: "street eq 'DAYU'", order: 'number desc' });
  expect(await numbers(page)).toEqual(['DAYU-2026-0002', 'DAYU-2026-0001']);
  await page.locator('#grain').selectOption('year');
  await page.locator('#chart-table th', { hasText: '2026-01-01' }).waitFor({ state: 'attached' });
  await page.reload();
  await page.locator('#chart-table th', { hasText: '2026-01-01' }).waitFor({ state: 'attached' });
  expect(await page.locator('#filter').inputValue()).toBe("street eq 'DAYU'");
  expect(await numbers(page)).toEqual(['DAYU-2026-0002', 'DAYU-2026-0001']);
  await page.goBack();
  await page.locator('#chart-table th', { hasText: '2026-03-01' }).waitFor({ state: 'attached' });
  expect(await page.locator('#grain').inputValue()).toBe('month');
  await page.goBack();
  await page.locator('#preview-note', { hasText: '共 4 行' }).waitFor();
  expect(await page.locator('#filter').inputValue()).toBe('');
});

test('a filter that is wrong is refused in words, and no other rows stay beside it', async () => {
  allowed = /400/;
  const page = await open();
  await page.locator('#filter').fill('secret eq 1');
  await page.locator('#query button').first().click();
  await page.locator('#problem', { hasText: 'secret' }).waitFor();
  await page.locator('#preview tbody').waitFor({ state: 'detached' });
  await page.locator('#chart canvas').waitFor({ state: 'detached' });
  await page.locator('#filter').fill('');
  await page.locator('#query button').first().click();
  await page.locator('#chart canvas').waitFor();
  expect(await page.locator('#problem').textContent()).toBe('');
});

test('files have what is on the screen', async () => {
  const page = await open(
    `?${new URLSearchParams({ filter: "contains(number,'DAYU')", order: 'number desc' })}`,
  );
  const downloaded = page.waitForEvent('download');
  await page.locator('#files a', { hasText: 'CSV' }).click();
  const file = await downloaded;
  expect(file.suggestedFilename()).toBe('work_orders.csv');
  const text = await (await file.createReadStream()).setEncoding('utf8').toArray();
  const [head = '', ...lines] = text.join('').trim().split('\n');
  const names = await page.locator('#preview th').evaluateAll((cells) => cells.map(({ title }) => title));
  expect(head.split(',')).toEqual(names);
  const rows = await page.locator('#preview tbody tr').all();
  const shown = await Promise.all(rows.map((row) => row.locator('td').allTextContents()));
  expect(shown).toHaveLength(2);
  // No value of these rows needs quotes.
  expect(lines.map((line) => line.split(',').map(plain))).toEqual(shown.map((cells) => cells.map(plain)));
  for (const format of ['JSONL', 'PARQUET', 'ARROW', 'XLSX']) {
    const [other] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#files a', { hasText: format }).click(),
    ]);
    expect([format, await other.failure()]).toEqual([format, null]);
  }
});

/** A file writes true and false as PostgreSQL does. */
const plain = (cell: string): string => ({ t: 'true', f: 'false' })[cell] ?? cell;

test('the page speaks the language that is chosen', async () => {
  const page = await open();
  await page.locator('#language').click();
  await page.locator('#preview th', { hasText: 'Deadline' }).first().waitFor();
  expect(page.url()).toContain('language=en');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator('h1').textContent()).toBe('Mentougou street governance data');
  expect(await page.locator('#datasets a[aria-current]').textContent()).toMatch(/^Work orders/);
  expect(await page.locator('#freshness').textContent()).toMatch(/CHENGZI.*no connection/);
  // Units are in the language as well.
  await page.locator('#chart-title', { hasText: '(items)' }).waitFor();
  await page.locator('#language').click();
  await page.locator('#preview th', { hasText: '派单编号' }).first().waitFor();
});

test('light and dark follow the setting of the reader, and text stays readable', async () => {
  const page = await open('', { colorScheme: 'dark' });
  const colors = () =>
    page.evaluate<[string, string]>(
      '[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]',
    );
  const [darkInk, darkPaper] = await colors();
  expect(lightness(darkInk)).toBeGreaterThan(lightness(darkPaper) + 0.5);
  await page.emulateMedia({ colorScheme: 'light' });
  const [ink, paper] = await colors();
  expect(lightness(ink)).toBeLessThan(lightness(paper) - 0.5);
});

/** From 0 to 1, of `rgb(…)`. */
const lightness = (color: string): number =>
  (color.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765;

test('on a phone nothing is wider than the screen, also after it is turned', async () => {
  const page = await open('', { viewport: { width: 800, height: 360 } });
  await page.setViewportSize({ width: 360, height: 800 });
  for (const each of await page.locator('#snippets summary').all()) await each.click();
  const wide = () => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  expect(await wide()).toBeLessThanOrEqual(0);
  expect(await page.locator('#chart canvas').evaluate((canvas) => canvas.clientWidth)).toBeLessThanOrEqual(
    360,
  );
});

test('the keyboard reaches every control, and stays where it was', async () => {
  const page = await open();
  const reached = new Set<string>();
  for (let steps = 0; steps < 200 && !reached.has('summary'); steps += 1) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate<string>('document.activeElement.id || document.activeElement.localName'));
  }
  expect([...reached]).toEqual(
    expect.arrayContaining([
      'language',
      'filter',
      'order',
      'measure',
      'time',
      'grain',
      'by',
      'a',
      'button',
      'summary',
    ]),
  );
  await page.locator('#datasets a', { hasText: '部门' }).first().focus();
  await page.keyboard.press('Enter');
  await page.locator('#title', { hasText: '部门' }).waitFor();
  expect(await page.locator('#datasets a:focus').getAttribute('aria-current')).toBe('page');
});

test('lines to copy have the address of the page', async () => {
  const page = await open(`?${new URLSearchParams({ filter: "street eq 'DAYU'" })}`);
  const texts = await page.locator('#snippets pre').allTextContents();
  expect(texts.length).toBeGreaterThan(8);
  const host = new URL(doors.address).hostname;
  for (const text of texts) expect(text).toContain(host);
  // Where a tool has no place for the filter, it is said.
  const notes = page.locator('#snippets details', { hasText: '页面上的筛选和排序不在其中' });
  expect(await notes.locator('summary').allTextContents()).toEqual([
    'psql',
    '帆软 / JDBC',
    'Metabase / Superset',
  ]);
  const [curl = ''] = texts;
  expect(curl).toContain(`'${doors.address}/bi/work_orders.csv?filter=street%20eq%20%27DAYU%27'`);
});
