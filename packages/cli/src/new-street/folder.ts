import type { StreetListing } from '@mtg/subgraphs';
import { likeness } from './likeness';
import type { NewStreet } from './request';

/** The files of a street's folder that are alike in all streets, beside its manifest. */
const COMMON_FILES = ['tsconfig.json', 'src/profile.ts', 'src/index.ts', 'src/main.ts'];

/** A row of a street's `communities.csv`. */
export interface CommunityLine {
  readonly code: string;
  readonly name: string;
}

/**
 * The files of a street's folder, as `[path, text]`.
 *
 * @param read a file of the model's folder
 */
export function streetFolder(
  { listing, english }: NewStreet,
  model: StreetListing,
  read: (path: string) => string,
  communities: readonly CommunityLine[],
): readonly (readonly [path: string, text: string])[] {
  const like = likeness(model, listing);
  return [
    ['package.json', describedAs(english, like(read('package.json')))],
    ...COMMON_FILES.map((path) => [path, like(read(path))] as const),
    ['data/communities.csv', communitiesFile(listing, communities)],
  ];
}

function describedAs(english: string, manifest: string): string {
  const description = `The subgraph of ${english}: its profile, its data, its extras`;
  return `${JSON.stringify({ ...(JSON.parse(manifest) as object), description }, null, 2)}\n`;
}

/** The communities of a street; the header alone when none are known yet. */
function communitiesFile(
  { divisionCode, title }: StreetListing,
  communities: readonly CommunityLine[],
): string {
  const lines = communities.map(({ code, name }) => [code, name, divisionCode, title].map(quoted).join(','));
  return ['code,name,street_code,street_name', ...lines, ''].join('\n');
}

const quoted = (value: string): string =>
  /[",\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
