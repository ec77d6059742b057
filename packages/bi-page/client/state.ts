/** Choices of the page's user. All are in the address, so that a link shows the same. */
export interface State {
  readonly language: 'zh' | 'en';
  readonly dataset: string;
  readonly filter: string;
  readonly order: string;
  readonly measure: string;
  readonly time: string;
  readonly grain: string;
  readonly by: string;
}

const DEFAULTS: State = {
  language: 'zh',
  dataset: 'work_orders',
  filter: '',
  order: '',
  measure: '',
  time: '',
  grain: 'month',
  by: 'street_name',
};

/** Value of a choice that is not in the address. */
export const defaultOf = (key: keyof State): string => DEFAULTS[key];

const isKey = (key: string): key is keyof State => Object.hasOwn(DEFAULTS, key);

export function readState(search: string): State {
  const given = Object.fromEntries([...new URLSearchParams(search)].filter(([key]) => isKey(key)));
  const state = { ...DEFAULTS, ...given };
  return { ...state, language: state.language === 'en' ? 'en' : 'zh' };
}

export function writeState(state: State): string {
  const entries = Object.entries(state).filter(([key, value]) => isKey(key) && value !== DEFAULTS[key]);
  return `?${new URLSearchParams(entries)}`;
}
