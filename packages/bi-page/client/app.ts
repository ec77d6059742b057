import {
  authorization,
  headerFor,
  readCatalogue,
  Refused,
  type Catalogue,
  type Dataset,
  type Freshness,
} from './api';
import { drawChart, firstTime } from './chart';
import { byId, element, replace } from './dom';
import { showColumns, showFiles, showPreview } from './show-dataset';
import { readState, writeState, type State } from './state';

const STALE_SECONDS = 300;
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

/** Changes what is shown, and the address with it. */
function go(change: Partial<State>): void {
  state = { ...state, ...change };
  history.replaceState(null, '', writeState(state));
  void show();
}

async function show(): Promise<void> {
  document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en';
  for (const each of document.querySelectorAll<HTMLElement>('[data-zh]')) {
    each.textContent = (state.language === 'zh' ? each.dataset['zh'] : each.dataset['en']) ?? '';
  }
  try {
    catalogue ??= await readCatalogue();
    byId('sign-in').hidden = true;
    byId('content').hidden = false;
    const dataset = catalogue.datasets.find(({ name }) => name === state.dataset) ?? catalogue.datasets[0];
    replace('freshness', ...catalogue.freshness.map(freshnessOf));
    replace('datasets', ...catalogue.datasets.map(linkTo));
    replace('problem');
    if (dataset) await showDataset(dataset);
  } catch (error) {
    if (error instanceof Refused && error.status === 401) {
      byId('sign-in').hidden = false;
      byId('content').hidden = catalogue === undefined;
    }
    replace('problem', error instanceof Error ? error.message : String(error));
  }
}

function freshnessOf({
  street,
  state: of,
  freshAt,
  ageSeconds,
  problemZh,
  problemEn,
}: Freshness): HTMLElement {
  const isStale = of !== 'FOLLOWING' || ageSeconds === null || ageSeconds > STALE_SECONDS;
  const age =
    ageSeconds === null ? say('尚无数据', 'no data yet') : say(`${ageSeconds} 秒前`, `${ageSeconds} s ago`);
  const problem = state.language === 'zh' ? problemZh : problemEn;
  return element(
    'li',
    { class: isStale ? 'stale' : 'fresh', title: freshAt ?? '' },
    `${isStale ? '▲' : '●'} ${street} · ${age}`,
    problem === null ? '' : ` · ${problem}`,
  );
}

function linkTo(dataset: Dataset): HTMLElement {
  const link = element(
    'a',
    { href: writeState({ ...state, dataset: dataset.name }) },
    dataset[state.language],
  );
  if (dataset.name === state.dataset) link.setAttribute('aria-current', 'page');
  link.addEventListener('click', (event) => {
    event.preventDefault();
    go({ dataset: dataset.name, filter: '', order: '', measure: '', time: '', by: 'street_name' });
  });
  return element('li', {}, link, ' ', element('code', {}, dataset.name));
}

async function showDataset(dataset: Dataset): Promise<void> {
  replace('title', `${dataset.zh} · ${dataset.en}`);
  (byId('filter') as HTMLInputElement).value = state.filter;
  (byId('order') as HTMLInputElement).value = state.order;
  showChoices(dataset);
  showColumns(dataset, state);
  showFiles(dataset, state);
  await Promise.all([showPreview(dataset, state), drawChart(dataset, state)]);
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
void show();
