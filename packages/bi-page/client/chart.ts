import { readSummary } from './api';
import type { Dataset, Row } from './catalogue';
import { byId, element, replace } from './dom';
import type { State } from './state';
import { unitOf } from './words';

interface Plot {
  destroy(): void;
  setSize(size: { readonly width: number; readonly height: number }): void;
}

interface Series {
  readonly label?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly value?: (plot: Plot, seconds: number | null) => string;
}

interface Axis {
  readonly stroke: string;
  readonly grid: { readonly stroke: string; readonly width: number };
  readonly ticks: { readonly stroke: string; readonly width: number };
  readonly splits?: () => readonly number[];
  readonly values?: (plot: Plot, seconds: readonly number[]) => readonly string[];
}

/** The library, as the page loads it before this module. */
declare const uPlot: {
  new (
    options: {
      readonly width: number;
      readonly height: number;
      readonly series: readonly Series[];
      readonly axes: readonly Axis[];
      readonly tzDate: (seconds: number) => Date;
    },
    data: readonly (readonly (number | null)[])[],
    target: HTMLElement,
  ): Plot;
  /** A date whose parts are those of a time zone. */
  tzDate(date: Date, timeZone: string): Date;
};

/** Told apart by those who see few colors (Okabe and Ito). */
const COLORS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];
const MOST_LINES = COLORS.length;

let shown: Plot | undefined;

/** Draws a measure over time, a line for each group; below it the same as a table. */
export async function drawChart(dataset: Dataset, state: State, signal: AbortSignal): Promise<void> {
  const { measure, time } = chosen(dataset, state);
  const asked = chartParameters(dataset, state);
  if (!measure || !time || !asked) {
    clear();
    replace('chart', element('p', {}, state.language === 'zh' ? '没有时间列' : 'No column of time'));
    return;
  }
  const { rows } = await readSummary(dataset.name, asked, signal).catch((error: unknown) => {
    if (!signal.aborted) clear();
    throw error;
  });
  clear();
  const period = `${time.name}_${state.grain}`;
  const known = rows.filter((row) => typeof row[period] === 'string');
  const lines = linesOf(known, period, state.by, measure.name);
  replace('chart-title', `${measure[state.language]}${unitOf(measure, state)}${shareOf(lines, state)}`);
  if (lines.periods.length === 0) {
    replace('chart', element('p', {}, NOTHING[state.language]));
    return;
  }
  shown = plot(lines, state);
  replace('chart-table', tableOf(lines));
}

const NOTHING = {
  zh: '没有可画的数据：没有符合筛选的行，或其时间列为空',
  en: 'Nothing to draw: no row passes the filter, or none has a time in this column',
} as const;

const chosen = (dataset: Dataset, state: State) => ({
  measure: dataset.measures.find(({ name }) => name === state.measure) ?? dataset.measures[0],
  time: dataset.columns.find(({ name }) => name === state.time) ?? firstTime(dataset),
});

/** Parameters of the summary that the chart shows; undefined where there is none. */
export function chartParameters(dataset: Dataset, state: State): URLSearchParams | undefined {
  const { measure, time } = chosen(dataset, state);
  if (!measure || !time) return undefined;
  const group = `${time.name}:${state.grain}`;
  return new URLSearchParams({
    group: state.by === '' ? group : `${group},${state.by}`,
    measures: measure.name,
    ...(state.filter !== '' && { filter: state.filter }),
  });
}

function clear(): void {
  shown?.destroy();
  shown = undefined;
  for (const id of ['chart-title', 'chart', 'chart-table']) replace(id);
}

const HEIGHT = 260;
const widthOf = (target: HTMLElement): number => Math.max(target.clientWidth, 280);

addEventListener('resize', () => shown?.setSize({ width: widthOf(byId('chart')), height: HEIGHT }));

export const firstTime = ({ columns }: Dataset) =>
  columns.find(({ role, type }) => role === 'TIME' && type === 'timestamptz') ??
  columns.find(({ role }) => role === 'TIME');

interface Lines {
  readonly periods: readonly string[];
  /** Number of groups, also of those that have no line. */
  readonly groups: number;
  readonly byGroup: ReadonlyMap<string, readonly (number | null)[]>;
}

function linesOf(rows: readonly Row[], period: string, by: string, measure: string): Lines {
  const periods = [...new Set(rows.map((row) => String(row[period])))].sort();
  const all = [...new Set(rows.map((row) => String(row[by] ?? '')))];
  const groups = all.slice(0, MOST_LINES);
  const values = new Map(
    rows.map((row) => [`${String(row[period])} ${String(row[by] ?? '')}`, row[measure]]),
  );
  return {
    periods,
    groups: all.length,
    byGroup: new Map(
      groups.map((group) => [
        group,
        periods.map((each) => {
          const value = values.get(`${each} ${group}`);
          return typeof value === 'number' ? value : null;
        }),
      ]),
    ),
  };
}

/** Says that there are more groups than lines. */
const shareOf = ({ groups, byGroup }: Lines, { language }: State): string => {
  if (groups <= byGroup.size) return '';
  return language === 'zh'
    ? ` · 仅显示 ${groups} 组中的 ${byGroup.size} 组`
    : ` · ${byGroup.size} of ${groups} groups`;
};

/** Characters of a date that tell its period. */
const PARTS: Readonly<Record<string, number>> = { year: 4, quarter: 7, month: 7 };
const WHOLE_DATE = 10;

const LABEL_WIDTH = 90;

/** As many of a list as have a place, at equal distances. */
const everySo = (times: readonly number[], places: number): readonly number[] => {
  const step = Math.max(1, Math.ceil(times.length / places));
  return times.filter((_, index) => index % step === 0);
};

function plot({ periods, byGroup }: Lines, { grain, language }: State): Plot {
  const target = byId('chart');
  const ink = getComputedStyle(document.body).getPropertyValue('--ink-soft');
  const line = getComputedStyle(document.body).getPropertyValue('--line');
  const rule = { stroke: line, width: 1 };
  const axis = { stroke: ink, grid: rule, ticks: rule };
  const times = periods.map((each) => Date.parse(each) / 1000);
  // Periods are days of the street. They are shown as they are, wherever the reader is.
  const dateOf = (seconds: number): string =>
    new Date(seconds * 1000).toISOString().slice(0, PARTS[grain] ?? WHOLE_DATE);
  return new uPlot(
    {
      width: widthOf(target),
      height: HEIGHT,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      series: [
        {
          label: language === 'zh' ? '时间' : 'Time',
          value: (_, seconds) => (seconds === null ? '--' : dateOf(seconds)),
        },
        ...[...byGroup.keys()].map((label, index) => ({
          label,
          stroke: COLORS[index % COLORS.length] ?? ink,
          width: 2,
        })),
      ],
      axes: [
        {
          ...axis,
          splits: () => everySo(times, widthOf(target) / LABEL_WIDTH),
          values: (_, seconds) => seconds.map(dateOf),
        },
        axis,
      ],
    },
    [times, ...byGroup.values()],
    target,
  );
}

function tableOf({ periods, byGroup }: Lines): HTMLElement {
  return element(
    'table',
    {},
    element(
      'thead',
      {},
      element('tr', {}, element('th', {}), ...[...byGroup.keys()].map((group) => element('th', {}, group))),
    ),
    element(
      'tbody',
      {},
      ...periods.map((period, index) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, period),
          ...[...byGroup.values()].map((values) => element('td', {}, textOf(values[index] ?? null))),
        ),
      ),
    ),
  );
}

const textOf = (value: number | null): string =>
  value === null ? '' : value.toLocaleString('zh-CN', { maximumFractionDigits: 1 });
