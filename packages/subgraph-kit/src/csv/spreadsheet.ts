import type { Bilingual } from '@mtg/governance';
import { UnreadableFile } from './unreadable';

const STARTS: readonly { readonly start: RegExp; readonly what: Bilingual }[] = [
  { start: /^PK\p{Cc}\p{Cc}/u, what: { zh: '.xlsx 工作簿', en: 'an .xlsx workbook' } },
  { start: /^\xd0\xcf\p{Cc}\xe0/u, what: { zh: '.xls 或 .et 工作簿', en: 'an .xls or .et workbook' } },
  {
    start: /^\s*<(?:!doctype|!--|html|head|meta|table|\?xml)/i,
    what: { zh: '网页（HTML 或 XML，常以 .xls 为名）', en: 'an HTML or XML page (often named .xls)' },
  },
];

const PDF = /^\s*%PDF-/;

/** Enough of a file to tell what it is. */
const BEGINNING = 256;

/** @throws UnreadableFile saying how to save it, when the file is a workbook, a page or a PDF file and no CSV */
export function refuseWorkbook(bytes: Uint8Array): void {
  const beginning = Buffer.from(bytes.subarray(0, BEGINNING))
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  if (PDF.test(beginning)) {
    throw new UnreadableFile(
      '这是 PDF 文件，不是 CSV。请取得原来的表格；没有时在 Excel 中选“数据 → 获取数据 → 从 PDF”，核对后另存为“CSV UTF-8（逗号分隔）(*.csv)” · ' +
        'This is a PDF file, not CSV. Ask for the original table. If there is none, choose Data → Get Data → From PDF in Excel, check the result and save it as “CSV UTF-8 (Comma delimited) (*.csv)”',
    );
  }
  const text = /^(?:PK|\xd0)/.test(beginning) ? beginning : beginning.replaceAll('\0', '');
  const found = STARTS.find(({ start }) => start.test(text));
  if (!found) return;
  const { zh, en } = found.what;
  throw new UnreadableFile(
    `这是${zh}，不是 CSV。请在 Excel 或 WPS 中打开，选“文件 → 另存为”，类型选“CSV UTF-8（逗号分隔）(*.csv)”，再导入所存的文件 · ` +
      `This is ${en}, not CSV. Open it in Excel or WPS, choose File → Save As with the type “CSV UTF-8 (Comma delimited) (*.csv)”, and import the saved file`,
  );
}
