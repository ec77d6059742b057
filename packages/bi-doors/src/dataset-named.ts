import type { Dataset } from '@mtg/datasets';
import { refuse } from '@mtg/service-kit';

/**
 * Finds a dataset, e.g. `work_orders`.
 *
 * @throws PublicError NOT_FOUND, with the place of the list
 */
export function datasetNamed(datasets: readonly Dataset[], name: string): Dataset {
  const found = datasets.find((dataset) => dataset.name === name);
  if (found) return found;
  throw refuse.unknown('dataset', {
    zh: `没有数据集“${name}”，请从 /bi/datasets.json 中选择`,
    en: `there is no dataset “${name}”. Choose one from /bi/datasets.json`,
  });
}
