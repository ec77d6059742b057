import type { ContentCanvas, ContentText } from 'pdfmake';
import { LINE_HEIGHT, points, SIZE, TEXT_AREA } from './layout';

/** Height of a line of Noto Serif SC as the font has it, of its size: ascent 1.151 and descent 0.286. */
const OF_THE_FONT = 1.437;

/** Has lines of characters of a size be so high, in points. */
export const heightOf = (size: number, height: number): { readonly lineHeight: number } => ({
  lineHeight: height / (size * OF_THE_FONT),
});

/** A line of the text, on the grid. */
export const textLine = (text: string): ContentText => ({ text, ...heightOf(SIZE.text, LINE_HEIGHT) });

/** A line across the text area. */
export const rule = (mm: number, color: string): ContentCanvas => ({
  canvas: [
    {
      type: 'line',
      x1: 0,
      y1: 0,
      x2: points(TEXT_AREA.width),
      y2: 0,
      lineWidth: points(mm),
      lineColor: color,
    },
  ],
});
