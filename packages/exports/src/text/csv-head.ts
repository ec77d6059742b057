import { csvCell } from '@mtg/bi-doors/csv-cell';
import type { FileContent } from '../rows/file-content';
import { headerOf } from '../rows/file-columns';

/** By which Excel knows that a file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The first line of a CSV file. */
export const csvHead = ({ header, bom, columns }: Pick<FileContent, 'header' | 'bom' | 'columns'>): string =>
  `${bom ? BYTE_ORDER_MARK : ''}${headerOf(columns, header).map(csvCell).join(',')}\n`;
