/**
 * A description in the schema: the Chinese label first (its first words are what a BI column header shows), then
 * English as sentences, with unit, default and null where they matter.
 */
export const zhEn = (zh: string, en: string): string => `${zh} · ${sentence(en)}`;

const sentence = (en: string): string =>
  en.charAt(0).toUpperCase() + en.slice(1) + (/[.!?]$/.test(en) ? '' : '.');
