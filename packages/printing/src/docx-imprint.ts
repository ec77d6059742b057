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
export function imprintOf({ copies, printedBy, printedOn }: Imprint): Table[] {
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
        ...(copies.length > 0 ? [rowOf(words.copies(copies))] : []),
        rowOf(`${printedBy}\t${words.printedOn(printedOn)}`),
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

const rowOf = (text: string): TableRow =>
  new TableRow({
    children: [
      new TableCell({
        children: [
          new Paragraph({
            spacing: exactly(),
            indent: { left: ONE_CHARACTER, right: ONE_CHARACTER },
            tabStops: [{ type: TabStopType.RIGHT, position: WIDTH - 2 * ONE_CHARACTER }],
            children: [run(text, { size: SIZE.imprint })],
          }),
        ],
      }),
    ],
  });
