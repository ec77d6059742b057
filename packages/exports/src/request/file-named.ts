import { datasetNamed } from '@mtg/bi-doors';
import { refuse } from '@mtg/service-kit';
import type { Dataset } from '@mtg/datasets';
import { FORMATS, isFormat, type Format } from './formats';

/**
 * Takes a file's name apart, e.g. `work_orders.csv`.
 *
 * @throws PublicError NOT_FOUND for an unknown dataset or format
 */
export function fileNamed(
  datasets: readonly Dataset[],
  file: string,
): { readonly dataset: Dataset; readonly format: Format } {
  const dot = file.lastIndexOf('.');
  const name = dot < 0 ? file : file.slice(0, dot);
  const format = dot < 0 ? '' : file.slice(dot + 1);
  const dataset = datasetNamed(datasets, name);
  if (!isFormat(format)) {
    throw refuse.unknown('format', {
      zh: `${dot < 0 ? `“${name}”之后缺少格式` : `没有格式“${format}”`}。请用 ${FORMATS.join('、')} 之一，如 /bi/${name}.csv`,
      en: `${dot < 0 ? `the format is missing behind “${name}”` : `there is no format “${format}”`}. Choose from ${FORMATS.join(', ')}, for example /bi/${name}.csv`,
    });
  }
  return { dataset, format };
}
