/**
 * A description in the schema: the Chinese label first (its first words are what a BI column header shows), then
 * English, with unit and source where there is one.
 */
export const zhEn = (zh: string, en: string): string => `${zh} · ${en}`;
