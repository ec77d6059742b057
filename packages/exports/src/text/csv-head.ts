import { csvCell } from '@mtg/bi-doors';
import { headerOf, type FileColumn } from '../rows/file-columns';
import type { ExportRequest } from '../request/parameters';

/** By which Excel knows that a file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The first line of a CSV file. */
export const csvHead = (
  { header, bom }: Pick<ExportRequest, 'header' | 'bom'>,
  columns: readonly FileColumn[],
): string => `${bom ? BYTE_ORDER_MARK : ''}${headerOf(columns, header).map(csvCell).join(',')}\n`;
