import { PlaceMissing } from './place-missing';

interface ProjectReferences {
  readonly references?: readonly { readonly path: string }[];
}

interface Lock {
  readonly packages?: Readonly<Record<string, unknown>>;
}

const print = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The root `tsconfig.json` with a reference to a folder, after the one to the folder `after`. */
export function addReference(text: string, folder: string, after: string): string {
  const config = JSON.parse(text) as ProjectReferences;
  const references = [...(config.references ?? [])];
  const place = references.findIndex(({ path }) => path === after);
  if (place < 0) throw new PlaceMissing('tsconfig.json', after);
  references.splice(place + 1, 0, { path: folder });
  return print({ ...config, references });
}

/**
 * `package-lock.json` with the new workspace, as `npm install` would write it: its link and its manifest, like those
 * of the model. No package is added, so that no registry is asked.
 */
export function addToLock(text: string, model: string, like: (text: string) => string): string {
  const lock = JSON.parse(text) as Lock;
  const packages = Object.entries(lock.packages ?? {});
  const added = [`node_modules/@mtg/subgraph-${model}`, `subgraphs/${model}`].map((key) => {
    const entry = packages.find(([path]) => path === key)?.[1];
    if (entry === undefined) throw new PlaceMissing('package-lock.json', key);
    return JSON.parse(like(JSON.stringify([key, entry]))) as [string, unknown];
  });
  for (const [key, entry] of added) {
    const place = packages.findIndex(([path]) => path.localeCompare(key, 'en') > 0);
    packages.splice(place < 0 ? packages.length : place, 0, [key, entry]);
  }
  return print({ ...lock, packages: Object.fromEntries(packages) });
}
