import type { Dataset } from './catalogue';
import { defaultOf, type State } from './state';

/** An unknown choice of the address. */
export interface Wrong {
  readonly key: string;
  readonly value: string;
}

/**
 * Puts the default in place of each choice that the datasets do not have.
 *
 * @param grains periods that a chart may have
 */
export function correct(
  state: State,
  datasets: readonly Dataset[],
  grains: readonly string[],
): { readonly right: State; readonly wrong: readonly Wrong[] } {
  const [first] = datasets;
  if (!first) return { right: state, wrong: [] };
  const found = datasets.find(({ name }) => name === state.dataset);
  const usual = datasets.find(({ name }) => name === defaultOf('dataset')) ?? first;
  const dataset = found ?? usual;
  const columns = (role: string): readonly string[] =>
    dataset.columns.filter((column) => column.role === role).map(({ name }) => name);
  const known: Partial<Record<keyof State, readonly string[]>> = {
    measure: dataset.measures.map(({ name }) => name),
    time: columns('TIME'),
    grain: grains,
    by: ['', ...columns('DIMENSION')],
  };
  const wrong = (Object.keys(known) as (keyof State)[]) // `known` has keys of the state only
    .filter((key) => state[key] !== defaultOf(key) && known[key]?.includes(state[key]) === false);
  const defaults = Object.fromEntries(wrong.map((key) => [key, defaultOf(key)]));
  return {
    right: { ...state, ...defaults, dataset: dataset.name },
    // One that was not asked for by name is no mistake of the address.
    wrong: [...(found || state.dataset === defaultOf('dataset') ? [] : (['dataset'] as const)), ...wrong].map(
      (key) => ({ key, value: state[key] }),
    ),
  };
}

/** Says which choices were wrong, and that others took their place; nothing where none was. */
export function describeWrong(wrong: readonly Wrong[], { language }: State): string {
  if (wrong.length === 0) return '';
  const listed = wrong.map(({ key, value }) => `${key}=${value}`);
  return language === 'zh'
    ? `地址中的这些选项不存在，已改为默认：${listed.join('、')}。请在页面上选择`
    : `The address has choices that do not exist, and defaults took their place: ${listed.join(', ')}. Choose on the page`;
}
