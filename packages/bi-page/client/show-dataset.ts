import { readRows } from './api';
import type { Dataset, Value } from './catalogue';
import { element, replace } from './dom';
import { chartParameters } from './chart';
import { copy, download } from './download';
import { snippetsFor } from './snippets';
import type { State } from './state';
import { unitOf } from './words';

const PREVIEW_ROWS = 50;

const wordsOf =
  ({ language }: State) =>
  (zh: string, en: string): string =>
    language === 'zh' ? zh : en;

/** Lists the columns with their labels, types and descriptions. */
export function showColumns({ columns }: Dataset, state: State): void {
  const say = wordsOf(state);
  const head = [say('列', 'Column'), say('名称', 'Label'), say('类型', 'Type'), say('说明', 'Description')];
  replace(
    'columns',
    element('thead', {}, element('tr', {}, ...head.map((text) => element('th', {}, text)))),
    element(
      'tbody',
      {},
      ...columns.map((column) =>
        element(
          'tr',
          {},
          element('td', {}, element('code', {}, column.name)),
          element('td', {}, column[state.language], unitOf(column, state)),
          element('td', {}, column.type, column.nullable ? '?' : ''),
          element('td', {}, column.description[state.language]),
        ),
      ),
    ),
  );
}

/** Links the files, and shows for each tool the lines to copy. */
export function showFiles(dataset: Dataset, state: State, onProblem: (message: string) => void): void {
  const say = wordsOf(state);
  const base = new URL('.', location.href).toString();
  const query = parameters(state).toString();
  replace(
    'files',
    ...dataset.formats.map((format) => fileLink(`${dataset.name}.${format}`, query, onProblem)),
  );
  replace(
    'snippets',
    ...snippetsFor({ base, dataset: dataset.name, filter: state.filter, order: state.order }).map(
      ({ tool, text, isWhole }) => {
        const lines = element('pre', { tabindex: '0' }, text);
        const button = element('button', { type: 'button' }, say('复制', 'Copy'));
        button.addEventListener('click', () => void copy(lines));
        const note = isWhole === true && query !== '' ? element('p', {}, say(...NOT_IN_IT)) : undefined;
        return element('details', {}, element('summary', {}, tool), note, lines, button);
      },
    ),
  );
}

/** Said of lines that have no place for a filter. */
const NOT_IN_IT = [
  '页面上的筛选和排序不在其中，请在该工具中设置。',
  'The filter and the order on the screen are not in these lines. Set them in the tool.',
] as const;

/** Links the values of the chart. */
export function showChartFile(dataset: Dataset, state: State, onProblem: (message: string) => void): void {
  const asked = chartParameters(dataset, state);
  if (!asked) return replace('chart-file');
  replace('chart-file', fileLink(`${dataset.name}/summary.csv`, asked.toString(), onProblem));
}

function fileLink(file: string, query: string, onProblem: (message: string) => void): HTMLElement {
  const path = query === '' ? file : `${file}?${query}`;
  const link = element('a', { href: path }, file.slice(file.indexOf('.') + 1).toUpperCase());
  link.addEventListener('click', (event) => {
    event.preventDefault();
    download(path, file.replace('/', '-')).catch((error: unknown) =>
      onProblem(String(error instanceof Error ? error.message : error)),
    );
  });
  return link;
}

const parameters = (state: State): URLSearchParams =>
  new URLSearchParams({
    ...(state.filter !== '' && { filter: state.filter }),
    ...(state.order !== '' && { order: state.order }),
  });

/** Shows the first rows that the filter leaves, in their order; none if it is refused. */
export async function showPreview(
  { name, columns }: Dataset,
  state: State,
  signal: AbortSignal,
): Promise<void> {
  const say = wordsOf(state);
  const asked = parameters(state);
  asked.set('limit', String(PREVIEW_ROWS));
  const rows = await readRows(name, asked, signal).catch((error: unknown) => {
    if (!signal.aborted) for (const id of ['preview', 'preview-note']) replace(id);
    throw error;
  });
  replace(
    'preview',
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...columns.map((column) => element('th', { title: column.name }, column[state.language])),
      ),
    ),
    element(
      'tbody',
      {},
      ...rows.map((row) =>
        element('tr', {}, ...columns.map((column) => element('td', {}, textOf(row[column.name] ?? null)))),
      ),
    ),
  );
  replace(
    'preview-note',
    rows.length < PREVIEW_ROWS
      ? say(`共 ${rows.length} 行`, `${rows.length} rows`)
      : say(`前 ${PREVIEW_ROWS} 行`, `the first ${PREVIEW_ROWS} rows`),
  );
}

const textOf = (value: Value): string => {
  if (value === null) return '';
  return typeof value === 'object' ? value.join('; ') : String(value);
};
