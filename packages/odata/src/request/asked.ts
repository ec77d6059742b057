import type { Doors, Reader } from '@mtg/bi-doors';
import { columnNamed, parseFilter, type Condition } from '@mtg/dataset-query';
import type { Dataset, DatasetColumn } from '@mtg/datasets';
import type { Format } from './format';
import type { Options } from './options';
import type { Preferences } from './preferences';
import { parseSearch } from './search';

/** All that an answer depends on. */
export interface Asked {
  readonly doors: Doors;
  readonly reader: Reader;
  /** Address of the service as the client knows it, with a slash at its end. */
  readonly root: string;
  readonly options: Options;
  readonly format: Format;
  readonly preferences: Preferences;
}

/** All conditions together; undefined without any. */
export function allOf(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  const given = conditions.filter((each) => each !== undefined);
  const [only] = given;
  return given.length > 1 ? { kind: 'AND', conditions: given } : only;
}

/** The condition of `$filter` and `$search`. */
export function conditionOf({ given }: Options): Condition | undefined {
  const [filter, search] = [given.get('filter'), given.get('search')];
  return allOf([
    filter === undefined ? undefined : parseFilter(filter),
    search === undefined ? undefined : parseSearch(search),
  ]);
}

/** The columns of `$select`, each once; all of them without it. */
export function selected(dataset: Dataset, { given }: Options): readonly DatasetColumn[] {
  const text = given.get('select')?.trim() ?? '*';
  if (text === '*' || text === '') return dataset.columns;
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('*')) return dataset.columns;
  return [...new Set(names.map((name) => columnNamed(dataset, name, '$select')))];
}

/** The chosen columns, as a context URL names them. */
export const contextColumns = ({ given }: Options, columns: readonly DatasetColumn[]): string =>
  given.has('select') ? `(${columns.map(({ name }) => name).join(',')})` : '';
