/** Units of columns and measures by their English names. Counting words that English lacks are items. */
const ENGLISH: Readonly<Record<string, string>> = {
  '%': '%',
  个: 'items',
  人次: 'person-times',
  份: 'items',
  天: 'days',
  条: 'items',
  次: 'times',
  项: 'items',
};

/** English name of a unit; undefined without one. */
export const englishUnit = (unit: string | undefined): string | undefined =>
  unit === undefined ? undefined : ENGLISH[unit];
