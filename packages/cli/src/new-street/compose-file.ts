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
  {
    path: ['services', 'insight', 'environment'],
    keys: ({ code }) => [`SOURCE_PASSWORD_${code}_FILE`, `SOURCE_PASSWORD_${code}_FILE`],
  },
  { path: ['networks'], keys: ({ name }) => [`${name}-db`, `${name}-warehouse`] },
  { path: ['volumes'], keys: ({ name }) => [`${name}-db`, `${name}-db`] },
  { path: ['secrets'], keys: ({ name }) => [`${name}_db_password`, `${name}_db_warehouse_password`] },
];

/** A value in which another service names every street. */
interface Mention {
  readonly path: readonly string[];
  readonly separator: string;
  readonly of: (street: StreetListing) => string;
}

const ITEM = '\n      - ';

const MENTIONS: readonly Mention[] = [
  {
    path: ['services', 'district', 'environment', 'AUDIT_URLS'],
    separator: ',',
    of: ({ code, name, port }) => `${code}=http://${name}:${port}/graphql`,
  },
  {
    path: ['services', 'insight', 'environment', 'SOURCES'],
    separator: ',',
    of: ({ code, name }) => `${code}=postgres://${name}_warehouse@${name}-db:5432/${name}`,
  },
  {
    path: ['services', 'insight', 'secrets'],
    separator: ITEM,
    of: ({ name }) => `${name}_db_warehouse_password`,
  },
  { path: ['services', 'insight', 'networks'], separator: ITEM, of: ({ name }) => `${name}-warehouse` },
];

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
  return [...copied, ...MENTIONS.map((mention) => mentioned(yaml, mention, last, street))]
    .sort((a, b) => b.at - a.at)
    .reduce((result, { at, text: added }) => result.slice(0, at) + added + result.slice(at), text);
}

/** The street after the last one where another service names all of them. */
function mentioned(yaml: YamlText, mention: Mention, last: StreetListing, street: StreetListing): Insertion {
  const { path, separator, of } = mention;
  const { start, end } = yaml.valueAt(path);
  const place = yaml.text.slice(start, end).indexOf(of(last));
  if (place < 0) throw new PlaceMissing(yaml.file, of(last));
  return { at: start + place + of(last).length, text: separator + of(street) };
}

/** Keeps the rule after a street's title as long as it was; a Chinese character is two columns wide. */
function rule(text: string, model: StreetListing, street: StreetListing): string {
  const longer = (model.title.length - street.title.length) * 2;
  return text.replace(/(# --- \S+ )(-+)/u, (_, title: string, dashes: string) => {
    return title + '-'.repeat(Math.max(3, dashes.length + longer));
  });
}
