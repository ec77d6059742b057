import { UnreadableFile } from './unreadable';

const STARTS: readonly { readonly bytes: readonly number[]; readonly zh: string; readonly en: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], zh: '.xlsx 工作簿', en: 'an .xlsx workbook' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], zh: '.xls 或 .et 工作簿', en: 'an .xls or .et workbook' },
];

/** @throws UnreadableFile saying how to save it, when the file is a workbook and no text */
export function refuseWorkbook(bytes: Uint8Array): void {
  const found = STARTS.find((start) => start.bytes.every((byte, place) => bytes[place] === byte));
  if (!found) return;
  throw new UnreadableFile(
    `这是${found.zh}，不是 CSV。请在 Excel 或 WPS 中选“文件 → 另存为”，类型选“CSV UTF-8（逗号分隔）(*.csv)”，再导入所存的文件 · ` +
      `This is ${found.en}, not CSV. In Excel or WPS choose File → Save As, type “CSV UTF-8 (Comma delimited) (*.csv)”, and import that file`,
  );
}
