import type { Day, Level, OfficialDocument, Paragraph } from './document';

const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

/** A whole number from 1 to 9999 as Chinese writes it: 12 is 十二. */
export function chineseNumber(number: number): string {
  const digits = Array.from(String(number), Number);
  if (!Number.isInteger(number) || number < 1 || digits.length > UNITS.length) return String(number);
  const text = digits
    .map((digit, place) => (digit === 0 ? '零' : `${DIGITS[digit]}${UNITS[digits.length - 1 - place]}`))
    .join('')
    .replaceAll(/零+/g, '零')
    .replace(/零$/, '');
  return text.replace(/^一十/, '十');
}

/** The number before an item of the text. */
export function numbering(level: Level, number: number): string {
  const words = {
    1: `${chineseNumber(number)}、`,
    2: `（${chineseNumber(number)}）`,
    3: `${number}.`,
    4: `（${number}）`,
  };
  return words[level];
}

/** 2026-03-05 is 2026年3月5日: the year whole, month and day without zeros before them. */
export const chineseDate = (day: Day): string =>
  day.replace(
    /^(\d+)-(\d+)-(\d+)$/,
    (_, year, month, date) => `${year}年${Number(month)}月${Number(date)}日`,
  );

/** The words of a document in the order of its parts, as both files have them. */
export const words = {
  signatory: (name: string): string => `签发人：${name}`,
  recipients: (names: readonly string[]): string => `${names.join('，')}：`,
  fact: (name: string): string => `${name}：`,
  attachment: (names: readonly string[], index: number): string =>
    `${index === 0 ? '附件：' : ''}${names.length > 1 ? `${index + 1}.` : ''}${names[index]}`,
  listed: (names: readonly string[]): string => `${names.join('，')}。`,
  copies: '抄送：',
  mainRecipients: '主送：',
  printedOn: (day: Day): string => `${chineseDate(day)}印发`,
  pageNumber: (page: number): string => `— ${page} —`,
};

/** Lines of a text that was typed, without those that are empty. */
const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Paragraphs of a text that was typed, which has one a line. */
export const paragraphs = (text: string): readonly Paragraph[] =>
  linesOf(text).map((line) => ({ kind: 'TEXT', text: line }));

/** A typed text as one line. */
export const inOneLine = (text: string): string => linesOf(text).join(' ');

/** Everything that a document prints, for a look at its characters. */
export function printedText(document: OfficialDocument): string {
  const { marks, recipients, attachments, text, imprint, ...lines } = document;
  return [
    ...marks,
    ...recipients,
    ...attachments,
    ...Object.values(lines),
    ...text.flatMap((each) => [each.text, each.kind === 'FACT' ? each.name : '']),
    ...(imprint ? [...(imprint.recipients ?? []), ...imprint.copies, imprint.printedBy] : []),
  ].join('');
}
