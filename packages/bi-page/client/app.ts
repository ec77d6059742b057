import { authorization, headerFor, isAborted, readCatalogue, Refused } from './api';
import type { Catalogue, Dataset } from './catalogue';
import { correct, describeWrong } from './address';
import { drawChart, firstTime } from './chart';
import { byId, element, replace } from './dom';
import { showFreshness } from './freshness';
import { showChartFile, showColumns, showFiles, showPreview } from './show-dataset';
import { readState, writeState, type State } from './state';

const REFRESH_MS = 60_000;
const TICK_MS = 1000;
/** Freshness that was read longer ago is read again with the rows. */
const AGED_MS = 5000;
const GRAINS: Readonly<Record<string, string>> = {
  day: '日',
  week: '周',
  month: '月',
  quarter: '季',
  year: '年',
};

let state = readState(location.search);
let catalogue: Catalogue | undefined;

const say = (zh: string, en: string): string => (state.language === 'zh' ? zh : en);

/** Ends what is still being read for an earlier choice. */
let reading = new AbortController();

/** Changes what is shown, and the address with it. */
function go(change: Partial<State>): void {
  state = { ...state, ...change };
  history.pushState(null, '', writeState(state));
  void show();
}

async function show(): Promise<void> {
  reading.abort();
  reading = new AbortController();
  const { signal } = reading;
  document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en';
  for (const each of document.querySelectorAll<HTMLElement>('[data-zh]')) {
    each.textContent = (state.language === 'zh' ? each.dataset['zh'] : each.dataset['en']) ?? '';
  }
  try {
    catalogue ??= await readCatalogue(signal);
    byId('sign-in').hidden = true;
    byId('content').hidden = false;
    const { right, wrong } = correct(state, catalogue.datasets, Object.keys(GRAINS));
    if (wrong.length > 0) history.replaceState(null, '', writeState(right));
    state = right;
    const dataset = catalogue.datasets.find(({ name }) => name === state.dataset);
    showFreshness(catalogue, state);
    showDatasets(catalogue.datasets, dataset);
    replace('problem', describeWrong(wrong, state));
    if (dataset) await showDataset(dataset, signal);
    if (Date.now() - catalogue.readAt > AGED_MS) void refresh();
  } catch (error) {
    if (isAborted(error)) return;
    if (error instanceof Refused && error.status === 401) {
      byId('sign-in').hidden = false;
      byId('content').hidden = catalogue === undefined;
    }
    replace('problem', error instanceof Error ? error.message : String(error));
  }
}

/** Says again how fresh the streets are, while the page is looked at. */
async function refresh(): Promise<void> {
  if (document.hidden || catalogue === undefined) return;
  const read = await readCatalogue().catch(() => undefined);
  if (read === undefined) return;
  catalogue = read;
  showFreshness(catalogue, state);
}

/** Lists the datasets. The keyboard stays where it was, although the links are new. */
function showDatasets(datasets: readonly Dataset[], shown: Dataset | undefined): void {
  const hadFocus = byId('datasets').contains(document.activeElement);
  replace('datasets', ...datasets.map((dataset) => linkTo(dataset, dataset === shown)));
  const current = byId('datasets').querySelector<HTMLElement>('[aria-current]');
  if (hadFocus) current?.focus();
  if (current) scrollTo(current);
}

/** Shows a link of the list, which has its own scroll bar. The page itself stays where it is. */
function scrollTo(link: HTMLElement): void {
  const list = byId('datasets').parentElement;
  if (!list) return;
  const top = link.offsetTop;
  const isShown = top >= list.scrollTop && top + link.offsetHeight <= list.scrollTop + list.clientHeight;
  if (!isShown) list.scrollTop = top - list.clientHeight / 2;
}

/** Choices that do not go with another dataset. */
const NO_CHOICES = { filter: '', order: '', measure: '', time: '', by: 'street_name' };

function linkTo(dataset: Dataset, isShown: boolean): HTMLElement {
  const change = { ...NO_CHOICES, dataset: dataset.name };
  const link = element('a', { href: writeState({ ...state, ...change }) }, dataset[state.language]);
  if (isShown) link.setAttribute('aria-current', 'page');
  link.addEventListener('click', (event) => {
    // With a key it opens in a tab of its own.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(change);
  });
  return element('li', {}, link, ' ', element('code', {}, dataset.name));
}

async function showDataset(dataset: Dataset, signal: AbortSignal): Promise<void> {
  replace('title', `${dataset.zh} · ${dataset.en}`);
  (byId('filter') as HTMLInputElement).value = state.filter;
  (byId('order') as HTMLInputElement).value = state.order;
  showChoices(dataset);
  showColumns(dataset, state);
  for (const showLinks of [showFiles, showChartFile]) {
    showLinks(dataset, state, (message) => replace('problem', message));
  }
  await Promise.all([showPreview(dataset, state, signal), drawChart(dataset, state, signal)]);
}

function showChoices(dataset: Dataset): void {
  choose(
    'measure',
    dataset.measures.map(({ name, ...words }) => [name, words[state.language]]),
    state.measure,
  );
  choose(
    'time',
    dataset.columns
      .filter(({ role }) => role === 'TIME')
      .map(({ name, ...words }) => [name, words[state.language]]),
    state.time === '' ? (firstTime(dataset)?.name ?? '') : state.time,
  );
  choose(
    'grain',
    Object.entries(GRAINS).map(([grain, zh]) => [grain, say(zh, grain)]),
    state.grain,
  );
  const groups = dataset.columns.filter(({ role }) => role === 'DIMENSION');
  choose(
    'by',
    [
      ['', say('合计', 'total')],
      ...groups.map(({ name, ...words }): [string, string] => [name, words[state.language]]),
    ],
    state.by,
  );
}

function choose(
  id: string,
  options: readonly (readonly [value: string, label: string])[],
  chosen: string,
): void {
  replace(
    id,
    ...options.map(([value, label]) =>
      element('option', { value, ...(value === chosen && { selected: '' }) }, label),
    ),
  );
}

byId('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  const [name, secret] = ['name', 'secret'].map((id) => (byId(id) as HTMLInputElement).value.trim());
  authorization.set(headerFor(name ?? '', secret ?? ''));
  catalogue = undefined;
  void show();
});
byId('language').addEventListener('click', () => go({ language: state.language === 'zh' ? 'en' : 'zh' }));
byId('query').addEventListener('submit', (event) => {
  event.preventDefault();
  const [filter = '', order = ''] = ['filter', 'order'].map((id) =>
    (byId(id) as HTMLInputElement).value.trim(),
  );
  go({ filter, order });
});
for (const id of ['measure', 'time', 'grain', 'by'] as const) {
  byId(id).addEventListener('change', (event) => go({ [id]: (event.target as HTMLSelectElement).value }));
}
addEventListener('popstate', () => {
  state = readState(location.search);
  void show();
});
document.addEventListener('visibilitychange', () => void refresh());
setInterval(() => void refresh(), REFRESH_MS);
setInterval(() => {
  if (catalogue) showFreshness(catalogue, state);
}, TICK_MS);
void show();
