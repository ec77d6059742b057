import { chineseDate, inOneLine, type Paragraph } from '@mtg/printing/parts';

/** A fact with its name before it. */
export const fact = (name: string, text: string): Paragraph => ({
  kind: 'FACT',
  name,
  text: inOneLine(text),
});

/** A fact that is a day; none without one. */
export const dayFact = (name: string, day: string | null): readonly Paragraph[] =>
  day === null ? [] : [fact(name, chineseDate(day))];
