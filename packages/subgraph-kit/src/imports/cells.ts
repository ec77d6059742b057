import { problemsOfText } from '@mtg/governance';
import type { ImportColumn } from './columns';
import type { CsvRecord } from '../csv/csv';
import type { LineProblem } from './line-problem';

/** Form in which Excel shows, and saves, a number of more than eleven digits. */
const SCIENTIFIC = /^[+-]?\d(?:\.\d+)?E\+?\d+$/i;

/** A code that was kept as text in a cell of Excel by a formula, or by a mark before it. */
const KEPT_AS_TEXT = /^(?:="(\d+)"|'(\d+))$/;

/** Problems of the single values of a line. The kind of import judges empty ones. */
export function problemsOfCells(
  { line, values }: CsvRecord,
  columns: readonly ImportColumn[],
): readonly LineProblem[] {
  return columns.flatMap(({ name, kind }) => {
    const value = values[name] ?? '';
    return value === '' ? [] : reasons(value, kind).map((reason) => ({ line, column: name, reason }));
  });
}

function reasons(value: string, kind: ImportColumn['kind']): readonly string[] {
  if (SCIENTIFIC.test(value)) {
    return [
      `“${value}”是 Excel 用科学记数法显示的长数字，末几位已丢失。请在 Excel 中将该列的单元格格式设为“文本”，重新填入完整数字后保存 · “${value}” is a long number in Excel’s scientific notation: its last digits are lost. In Excel, format the column as Text, enter the full numbers again and save`,
    ];
  }
  const [, byFormula, byMark] = KEPT_AS_TEXT.exec(value) ?? [];
  const digits = byFormula ?? byMark;
  if (digits !== undefined) {
    return [
      `“${value}”含有 Excel 中用来保留文本的标记，请只写 ${digits} · “${value}” contains a mark that Excel uses to keep text. Write only ${digits}`,
    ];
  }
  return problemsOfText(kind, value).map(({ zh, en }) => `${zh} · ${en}`);
}
