import { comparisonForm, type Bilingual } from '@mtg/governance';

/** A day as spreadsheets write it, 2026/11/8, in the form of the platform; other text is returned unchanged. */
export const isoDay = (text: string): string =>
  text.replace(
    /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/u,
    (_, year: string, month: string, day: string) =>
      `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );

/** The code that a file names by itself or by its label, in either language; undefined where it names none. */
export const codeNamed = <Code extends string>(
  labels: Readonly<Record<Code, Bilingual>>,
  text: string,
): Code | undefined =>
  // The keys of the labels are the codes.
  (Object.keys(labels) as Code[]).find((code) =>
    [code, labels[code].zh, labels[code].en].some((name) => formOf(name) === formOf(text)),
  );

const formOf = (name: string): string => comparisonForm(name).toLowerCase();
