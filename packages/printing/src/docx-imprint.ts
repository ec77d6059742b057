import {
  BorderStyle,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
  type ITableBordersOptions,
} from 'docx';
import type { Imprint } from './document';
import { exactly, run, twentieths } from './docx-lines';
import { LINE, points, SIZE, TEXT_AREA } from './layout';
import { words } from './wording';

const EIGHTHS = 8;
const WIDTH = twentieths(points(TEXT_AREA.width));
const ONE_CHARACTER = SIZE.imprint * 20;

/** 版记 at the foot of the page: a table that stands on the lower edge of the text area, a row each part. */
export function imprintOf({ recipients = [], copies, printedBy, printedOn }: Imprint): Table[] {
  const lists = [
    ...(recipients.length > 0 ? [`${words.mainRecipients}${words.listed(recipients)}`] : []),
    ...(copies.length > 0 ? [`${words.copies}${words.listed(copies)}`] : []),
  ];
  return [
    new Table({
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: [WIDTH],
      layout: TableLayoutType.FIXED,
      float: {
        horizontalAnchor: TableAnchorType.MARGIN,
        absoluteHorizontalPosition: 0,
        verticalAnchor: TableAnchorType.MARGIN,
        relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      },
      borders: bordersOf(),
      rows: [
        ...(lists.length > 0 ? [rowOf(lists.map(listLine))] : []),
        rowOf([lastLine(`${printedBy}\t${words.printedOn(printedOn)}`)]),
      ],
    }),
  ];
}

function bordersOf(): ITableBordersOptions {
  const single = (mm: number) => ({ style: BorderStyle.SINGLE, size: Math.round(points(mm) * EIGHTHS) });
  const none = { style: BorderStyle.NONE, size: 0 };
  return {
    top: single(LINE.thick),
    bottom: single(LINE.thick),
    insideHorizontal: single(LINE.thin),
    left: none,
    right: none,
    insideVertical: none,
  };
}

const rowOf = (children: Paragraph[]): TableRow => new TableRow({ children: [new TableCell({ children })] });

/** 抄送 or 主送: further lines begin below the first name, behind three characters. */
const listLine = (text: string): Paragraph =>
  new Paragraph({
    spacing: exactly(),
    indent: { left: 4 * ONE_CHARACTER, right: ONE_CHARACTER, hanging: 3 * ONE_CHARACTER },
    children: [run(text, { size: SIZE.imprint })],
  });

const lastLine = (text: string): Paragraph =>
  new Paragraph({
    spacing: exactly(),
    indent: { left: ONE_CHARACTER, right: ONE_CHARACTER },
    tabStops: [{ type: TabStopType.RIGHT, position: WIDTH - 2 * ONE_CHARACTER }],
    children: [run(text, { size: SIZE.imprint })],
  });
