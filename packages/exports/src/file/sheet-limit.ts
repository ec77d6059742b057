import type { Snapshot } from '@mtg/bi-doors';
import type { RowsQuery } from '@mtg/dataset-query';
import { MOST_XLSX_ROWS } from '../xlsx/xlsx';
import type { Format } from '../request/formats';
import { countUpTo } from '../rows/count-up-to';

/** The rows of a sheet, at most one more than it can have; 0 for formats without a limit. */
export const countForSheet = async (snapshot: Snapshot, rows: RowsQuery, format: Format): Promise<number> =>
  format === 'xlsx' ? countUpTo(snapshot, rows, MOST_XLSX_ROWS + 1) : 0;

export const isTooLong = (count: number): boolean => count > MOST_XLSX_ROWS;

/** The sentence for rows that no sheet holds. */
export const tooLongText = (name: string) => ({
  zh: `Excel 工作表最多 ${MOST_XLSX_ROWS} 行，${name} 超出。请用 /bi/${name}.csv 或 .parquet，或用 filter、limit 缩小`,
  en: `an Excel sheet has at most ${MOST_XLSX_ROWS} rows, and ${name} more. Use /bi/${name}.csv or .parquet, or reduce it by “filter” or “limit”`,
});
