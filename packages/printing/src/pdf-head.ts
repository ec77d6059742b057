import type { Content } from 'pdfmake';
import type { OfficialDocument } from './document';
import {
  ABOVE_AUTHORITY,
  ABOVE_RED_LINE,
  authoritySize,
  CHARACTER_WIDTH,
  LINE,
  LINE_HEIGHT,
  points,
  RED,
} from './layout';
import { heightOf, rule, textLine } from './pdf-lines';
import { words } from './wording';

/** Space that the lines above the authority's name have: they stand in it, one below the other. */
const ABOVE = points(ABOVE_AUTHORITY);

/** 版头: copy number, classification and urgency at the left, the authority, its number, and the red line. */
export function headOf(document: OfficialDocument): Content[] {
  const above = [document.copyNumber, document.classification, document.urgency].filter(
    (each) => each !== undefined,
  );
  const size = authoritySize(document.authority);
  return [
    ...above.map((text) => ({ ...textLine(text), bold: text !== document.copyNumber })),
    {
      text: document.authority,
      alignment: 'center',
      bold: true,
      color: `#${RED}`,
      fontSize: size,
      characterSpacing: 0,
      ...heightOf(size, size * 1.2),
      margin: [0, ABOVE - above.length * LINE_HEIGHT, 0, LINE_HEIGHT * 1.5],
    },
    numberLine(document),
    { ...rule(LINE.red, `#${RED}`), margin: [0, points(ABOVE_RED_LINE), 0, LINE_HEIGHT] },
  ];
}

/** The number alone stands in the middle; with who signed beside it, one character from the left. */
function numberLine({ number, signatory }: OfficialDocument): Content {
  if (signatory === undefined) return { ...textLine(number ?? ''), alignment: 'center' };
  return {
    columns: [
      { ...textLine(number ?? ''), width: 'auto' },
      { ...textLine(words.signatory(signatory)), alignment: 'right', width: '*' },
    ],
    margin: [CHARACTER_WIDTH, 0, CHARACTER_WIDTH, 0],
  };
}
