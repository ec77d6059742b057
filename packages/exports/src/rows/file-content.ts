import type { Dataset } from '@mtg/datasets';
import type { Format } from '../request/formats';
import type { ExportRequest, HeaderNames } from '../request/parameters';
import { fileColumns, type FileColumn } from './file-columns';

/** Name and labels of a dataset. */
export type DatasetTitle = Pick<Dataset, 'name' | 'zh' | 'en'>;

/** All that a file is made of. It has data only: another thread can make it. */
export interface FileContent {
  readonly dataset: DatasetTitle;
  readonly format: Format;
  readonly columns: readonly FileColumn[];
  readonly header: HeaderNames;
  readonly bom: boolean;
  readonly escapesFormulas: boolean;
  /** The statement that reads its rows. */
  readonly statement: string;
  /** The number of its rows, where the format has a limit. */
  readonly count: number;
}

/** The content of a file as it was asked for. */
export function contentOf(request: ExportRequest, statement: string, count: number): FileContent {
  const { format, header, bom, escapesFormulas } = request;
  const { name, zh, en } = request.dataset;
  const columns = fileColumns(request);
  return { dataset: { name, zh, en }, format, columns, header, bom, escapesFormulas, statement, count };
}
