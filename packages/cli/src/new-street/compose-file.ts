import type { StreetListing } from '@mtg/subgraphs';
import { likeness } from './likeness';
import { PlaceMissing } from './place-missing';
import { openYaml, type YamlText } from './yaml-text';

/** The streets beside the new one: `model` is copied, and what is added stands after the `last`. */
export interface Neighbours {
  readonly model: StreetListing;
  readonly last: StreetListing;
}

/** Entries that every street has, side by side in one map. */
interface Entries {
  readonly path: readonly string[];
  readonly keys: (street: StreetListing) => readonly [first: string, last: string];
}

const ENTRIES: readonly Entries[] = [
  { path: ['services'], keys: ({ name }) => [`${name}-db`, name] },
  {
    path: ['services', 'gateway', 'environment'],
    keys: ({ code }) => [`SUBGRAPH_${code}_URL`, `SUBGRAPH_${code}_URL`],
  },
  { path: ['networks'], keys: ({ name }) => [`${name}-db`, `${name}-db`] },
  { path: ['volumes'], keys: ({ name }) => [`${name}-db`, `${name}-db`] },
  { path: ['secrets'], keys: ({ name }) => [`${name}_db_password`, `${name}_db_runtime_password`] },
];

const AUDIT_URLS = ['services', 'district', 'environment', 'AUDIT_URLS'];

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * `docker-compose.yml` with the street: the entries of the model, in its own words, after those of the last street. The
 * structure of the file says where; its text is kept to the letter, with comments and order.
 *
 * @throws PlaceMissing when the file lacks an entry that every street has
 */
export function addToCompose(text: string, street: StreetListing, { model, last }: Neighbours): string {
  const like = likeness(model, street);
  const yaml = openYaml('docker-compose.yml', text);
  const copied = ENTRIES.map(({ path, keys }): Insertion => {
    const source = yaml.linesOf(path, ...keys(model));
    const before = yaml.linesOf(path, ...keys(last));
    const isApart = text.slice(0, before.start).endsWith('\n\n');
    const block = rule(like(text.slice(source.start, source.end)), model, street);
    return { at: before.end, text: isApart ? `\n${block}` : block };
  });
  return [...copied, auditUrl(yaml, last, street)]
    .sort((a, b) => b.at - a.at)
    .reduce((result, { at, text: added }) => result.slice(0, at) + added + result.slice(at), text);
}

/** The street's address among those whose audit chains the district witnesses. */
function auditUrl(yaml: YamlText, last: StreetListing, street: StreetListing): Insertion {
  const addressOf = ({ code, name, port }: StreetListing): string => `${code}=http://${name}:${port}/graphql`;
  const scalar = yaml.valueAt(AUDIT_URLS);
  const place = yaml.text.slice(scalar.start, scalar.end).indexOf(addressOf(last));
  if (place < 0) throw new PlaceMissing(yaml.file, addressOf(last));
  return { at: scalar.start + place + addressOf(last).length, text: `,${addressOf(street)}` };
}

/** Keeps the rule after a street's title as long as it was; a Chinese character is two columns wide. */
function rule(text: string, model: StreetListing, street: StreetListing): string {
  const longer = (model.title.length - street.title.length) * 2;
  return text.replace(/(# --- \S+ )(-+)/u, (_, title: string, dashes: string) => {
    return title + '-'.repeat(Math.max(3, dashes.length + longer));
  });
}
