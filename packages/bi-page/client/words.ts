import type { State } from './state';

/** Unit of a column or measure in the language of the page, as it follows a label. */
export function unitOf(
  { unit, unitEn }: { readonly unit?: string; readonly unitEn?: string },
  { language }: State,
): string {
  const shown = language === 'zh' ? unit : (unitEn ?? unit);
  return shown === undefined ? '' : ` (${shown})`;
}
