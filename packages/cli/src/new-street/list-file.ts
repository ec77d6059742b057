import type { StreetListing } from '@mtg/subgraphs';
import { PlaceMissing } from './place-missing';

/** `subgraphs/list.ts` with a line for the street after those of the others. */
export function addToList(text: string, { name, title, divisionCode, port }: StreetListing): string {
  const start = text.indexOf('const STREETS');
  const end = start < 0 ? -1 : text.indexOf('\n];', start);
  if (end < 0) throw new PlaceMissing('subgraphs/list.ts', 'const STREETS = [ … ]');
  const line = `\n  street('${name}', '${title}', '${divisionCode}', ${port}),`;
  return text.slice(0, end) + line + text.slice(end);
}
