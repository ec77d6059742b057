import { AlignmentType, BorderStyle, Paragraph, TabStopType, type TextRun } from 'docx';
import { exactly, HEI, run, TITLE, twentieths } from './docx-lines';
import type { OfficialDocument, Paragraph as Part } from './document';
import {
  ABOVE_AUTHORITY,
  ABOVE_RED_LINE,
  authoritySize,
  CHARACTER_WIDTH,
  LINE,
  LINE_HEIGHT,
  points,
  RED,
  SIZE,
  TEXT_AREA,
} from './layout';
import { placesOfSignature } from './placing';
import { numbering, words } from './wording';

const EIGHTHS = 8;
const CHARACTER = twentieths(CHARACTER_WIDTH);
const ONE_LINE = twentieths(LINE_HEIGHT);

/** 版头: copy number, classification and urgency at the left, the authority, its number, and the red line. */
export function headOf(document: OfficialDocument): Paragraph[] {
  const { authority, number = '', signatory } = document;
  const size = authoritySize(authority);
  const above = [document.copyNumber, document.classification, document.urgency].filter(
    (each) => each !== undefined,
  );
  return [
    ...above.map((text) => line(text, text === document.copyNumber ? {} : { font: HEI })),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: {
        ...exactly(size * 1.2),
        before: twentieths(points(ABOVE_AUTHORITY) - above.length * LINE_HEIGHT),
        after: ONE_LINE * 1.5,
      },
      children: [run(authority, { size, font: TITLE, color: RED })],
    }),
    new Paragraph({
      alignment: signatory === undefined ? AlignmentType.CENTER : AlignmentType.LEFT,
      spacing: { ...exactly(), after: ONE_LINE * 2 },
      ...(signatory !== undefined && {
        indent: { left: CHARACTER },
        tabStops: [{ type: TabStopType.RIGHT, position: twentieths(points(TEXT_AREA.width)) - CHARACTER }],
      }),
      border: {
        bottom: {
          style: BorderStyle.SINGLE,
          color: RED,
          size: Math.round(points(LINE.red) * EIGHTHS),
          space: Math.round(points(ABOVE_RED_LINE)),
        },
      },
      children: [run(signatory === undefined ? number : `${number}\t${words.signatory(signatory)}`)],
    }),
  ];
}

/** Title, recipients, text, names of attachments, signature and date. */
export const bodyOf = (document: OfficialDocument): Paragraph[] => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...exactly(LINE_HEIGHT * 1.2), after: ONE_LINE },
    children: [run(document.title, { size: SIZE.title, font: TITLE })],
  }),
  ...(document.recipients.length > 0 ? [line(words.recipients(document.recipients))] : []),
  ...document.text.map(
    (paragraph) =>
      new Paragraph({
        alignment: AlignmentType.BOTH,
        spacing: exactly(),
        indent: { firstLine: 2 * CHARACTER },
        children: runsOf(paragraph),
      }),
  ),
  ...document.attachments.map(
    (_, index) =>
      new Paragraph({
        spacing: { ...exactly(), ...(index === 0 && { before: ONE_LINE }) },
        indent: { left: (index === 0 ? 2 : 5) * CHARACTER },
        children: [run(words.attachment(document.attachments, index))],
      }),
  ),
  ...signedOf(document),
];

function runsOf(paragraph: Part): TextRun[] {
  if (paragraph.kind === 'TEXT') return [run(paragraph.text)];
  if (paragraph.kind === 'ITEM')
    return [run(`${numbering(paragraph.level, paragraph.number)}${paragraph.text}`)];
  return [run(words.fact(paragraph.name), { font: HEI }), run(paragraph.text)];
}

const signedOf = (document: OfficialDocument): Paragraph[] =>
  placesOfSignature(document).map(
    ({ text, right }, index) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        spacing: { ...exactly(), ...(index === 0 && { before: ONE_LINE }) },
        indent: { right: Math.round(right * CHARACTER) },
        children: [run(text)],
      }),
  );

const line = (text: string, style: Parameters<typeof run>[1] = {}): Paragraph =>
  new Paragraph({ spacing: exactly(), children: [run(text, style)] });
