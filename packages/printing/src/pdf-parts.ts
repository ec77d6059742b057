import type { Content, ContentText } from 'pdfmake';
import type { Imprint, OfficialDocument, Paragraph } from './document';
import { CHARACTER_WIDTH, LINE, LINE_HEIGHT, SIZE } from './layout';
import { heightOf, rule, textLine } from './pdf-lines';
import { placesOfSignature } from './placing';
import { numbering, words } from './wording';

const INDENT = 2 * CHARACTER_WIDTH;

/** Points by which a line of the imprint stands lower between its rules. */
const LOWER = 3;

/** Title, recipients, text, names of attachments, signature and date. */
export const bodyOf = (document: OfficialDocument): Content[] => [
  {
    ...textLine(document.title),
    alignment: 'center',
    bold: true,
    fontSize: SIZE.title,
    characterSpacing: 0,
    ...heightOf(SIZE.title, LINE_HEIGHT * 1.2),
    margin: [0, LINE_HEIGHT, 0, LINE_HEIGHT],
  },
  ...(document.recipients.length > 0 ? [textLine(words.recipients(document.recipients))] : []),
  ...document.text.map(paragraphOf),
  ...attachmentsOf(document.attachments),
  ...signedOf(document),
];

function paragraphOf(paragraph: Paragraph): ContentText {
  const text = textOf(paragraph);
  return { text, ...heightOf(SIZE.text, LINE_HEIGHT), leadingIndent: INDENT, alignment: 'justify' };
}

function textOf(paragraph: Paragraph): ContentText['text'] {
  if (paragraph.kind === 'TEXT') return paragraph.text;
  if (paragraph.kind === 'ITEM') return `${numbering(paragraph.level, paragraph.number)}${paragraph.text}`;
  return [{ text: words.fact(paragraph.name), bold: true }, paragraph.text];
}

/** Below the text by a line; the second name begins where the first does. */
const attachmentsOf = (names: readonly string[]): Content[] =>
  names.map((_, index) => ({
    ...textLine(words.attachment(names, index)),
    margin: [index === 0 ? INDENT : INDENT + 3 * CHARACTER_WIDTH, index === 0 ? LINE_HEIGHT : 0, 0, 0],
  }));

const signedOf = (document: OfficialDocument): Content[] =>
  placesOfSignature(document).map(({ text, right }, index) => ({
    ...textLine(text),
    alignment: 'right',
    margin: [0, index === 0 ? LINE_HEIGHT : 0, right * CHARACTER_WIDTH, 0],
  }));

/** One character from both edges. A line has its room below the characters, of which some goes above them. */
const BESIDE: [number, number, number, number] = [SIZE.imprint, LOWER, SIZE.imprint, -LOWER];

/** 版记 between thick lines, its parts divided by a thin one, one character from both edges. */
export function imprintOf({ recipients = [], copies, printedBy, printedOn }: Imprint): Content[] {
  const small = { fontSize: SIZE.imprint, characterSpacing: 0, ...heightOf(SIZE.imprint, LINE_HEIGHT) };
  /** Further lines begin below the first name. */
  const listed = (name: string, units: readonly string[]): Content[] =>
    unless(units.length === 0, {
      columns: [
        // A column as wide as its text would break it.
        { text: name, ...small, width: 3.1 * SIZE.imprint },
        { text: words.listed(units), ...small, width: '*' },
      ],
      margin: BESIDE,
    });
  return [
    rule(LINE.thick, 'black'),
    ...listed(words.mainRecipients, recipients),
    ...listed(words.copies, copies),
    ...unless(recipients.length + copies.length === 0, rule(LINE.thin, 'black')),
    {
      columns: [
        { text: printedBy, ...small },
        { text: words.printedOn(printedOn), ...small, alignment: 'right' },
      ],
      margin: BESIDE,
    },
    rule(LINE.thick, 'black'),
  ];
}

const unless = (isNone: boolean, content: Content): Content[] => (isNone ? [] : [content]);
