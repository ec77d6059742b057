import type { OfficialDocument } from './document';
import { CHARACTERS } from './layout';
import { chineseDate, words } from './wording';

/** Lines of recipients that leave room for the text on the first page. */
const MOST_LINES = 5;

/** The date ends four characters from the right edge, and the signature at least two. */
const BEFORE_EDGE = 4;
const LEAST_BEFORE_EDGE = 2;

/** Width of a text in characters of the text; letters and digits have about half of one. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (character < '\u2000' ? 0.55 : 1), 0);

/**
 * The document with its recipients in the imprint, where they would leave the first page without text (GB/T 9704, 7.3.2 and
 * 7.4.2).
 */
export function placed(document: OfficialDocument): OfficialDocument {
  const { recipients, imprint } = document;
  if (!imprint || widthOf(words.recipients(recipients)) <= MOST_LINES * CHARACTERS) return document;
  return { ...document, recipients: [], imprint: { ...imprint, recipients } };
}

/** Characters from the right edge to the signature, which stands in the middle above the date (7.3.5.1), and to the date. */
export function placesOfSignature({
  signature,
  date,
}: Pick<OfficialDocument, 'signature' | 'date'>): readonly {
  readonly text: string;
  readonly right: number;
}[] {
  const day = date === undefined ? undefined : chineseDate(date);
  const shift = signature === undefined || day === undefined ? 0 : (widthOf(day) - widthOf(signature)) / 2;
  return [
    ...(signature === undefined
      ? []
      : [{ text: signature, right: Math.max(LEAST_BEFORE_EDGE, BEFORE_EDGE + shift) }]),
    ...(day === undefined ? [] : [{ text: day, right: BEFORE_EDGE }]),
  ];
}
