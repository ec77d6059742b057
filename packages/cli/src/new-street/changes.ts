import { STREETS, type StreetListing } from '@mtg/subgraphs';
import { addToCompose } from './compose-file';
import { streetFolder, type CommunityLine } from './folder';
import { likeness } from './likeness';
import { addToList } from './list-file';
import { addReference, addToLock } from './manifests';
import { PlaceMissing } from './place-missing';
import type { NewStreet } from './request';

/** A file as it will be; `before` is undefined where there is none yet. */
export interface Change {
  /** From the root of the project, with `/`. */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
}

/**
 * All files that a new street adds or changes, computed from those of the project. Nothing is written.
 *
 * @param model a street without anything of its own, of whose files the new ones are copies
 * @param read a file by its path from the root
 * @throws PlaceMissing when a file has no place for a street
 */
export function changesFor(
  street: NewStreet,
  model: StreetListing,
  read: (path: string) => string,
  communities: readonly CommunityLine[],
): readonly Change[] {
  const { listing } = street;
  const last = STREETS.at(-1);
  if (!last) throw new PlaceMissing('subgraphs/list.ts', 'street(…)');
  const folder = `subgraphs/${listing.name}`;
  const change = (path: string, edit: (text: string) => string): Change => {
    const before = read(path);
    return { path, before, after: edit(before) };
  };
  return [
    ...streetFolder(street, model, (path) => read(`subgraphs/${model.name}/${path}`), communities).map(
      ([path, after]) => ({ path: `${folder}/${path}`, before: undefined, after }),
    ),
    change('subgraphs/list.ts', (text) => addToList(text, listing)),
    change('tsconfig.json', (text) => addReference(text, folder, `subgraphs/${last.name}`)),
    change('package-lock.json', (text) => addToLock(text, model.name, likeness(model, listing))),
    change('docker-compose.yml', (text) => addToCompose(text, listing, { model, last })),
  ];
}
