import { checkStreetDivisionCode, comparisonForm, looksSame } from '@mtg/governance';
import { DISTRICT, INSIGHT, street, type StreetListing, type SubgraphListing } from '@mtg/subgraphs';
import { isReserved } from './reserved';

/** Command-line options of the new street. */
export interface GivenStreet {
  readonly name: string;
  readonly title: string;
  readonly divisionCode: string;
  readonly port?: string | undefined;
  readonly english?: string | undefined;
}

/** Existing names, codes and ports that the new street must not use. */
export interface Existing {
  readonly subgraphs: readonly SubgraphListing[];
  /** Root fields of the district-wide schema. */
  readonly rootFields: readonly string[];
  /** Names of folders and packages of the project. */
  readonly parts: readonly string[];
  /** True if a path below `subgraphs` is taken. */
  readonly hasFolder: (name: string) => boolean;
}

/** The line that the list gets, and the English name that its package is described with. */
export interface NewStreet {
  readonly listing: StreetListing;
  readonly english: string;
}

/** Ports of the gateway and of the issuer for development. */
const RESERVED_PORTS = [4000, 4020, INSIGHT.port];

const FIRST_PORT = 1024;
const LAST_PORT = 65_535;

/** The English of what a street is called, by the end of its Chinese name. */
const KINDS: readonly (readonly [ending: string, english: string])[] = [
  ['街道', 'Subdistrict'],
  ['地区', 'Area'],
  ['镇', 'Town'],
  ['乡', 'Township'],
];

/**
 * Checks the new street against what there is.
 *
 * @returns the street, or a sentence for each thing that is wrong
 */
export function checkRequest(given: GivenStreet, existing: Existing): NewStreet | readonly string[] {
  const port = given.port === undefined ? freePort(existing.subgraphs) : Number(given.port);
  const problems = [
    ...nameProblems(given.name, existing),
    ...titleProblems(given.title, existing.subgraphs),
    ...codeProblems(given.divisionCode, existing.subgraphs),
    ...portProblems(given.port, existing.subgraphs),
  ];
  if (problems.length > 0) return problems;
  const { name, title, divisionCode } = given;
  return {
    listing: street(name, title, divisionCode, port),
    english: given.english ?? englishName(name, title),
  };
}

function nameProblems(
  name: string,
  { subgraphs, rootFields, parts, hasFolder }: Existing,
): readonly string[] {
  if (!/^[a-z][a-z0-9]{1,29}$/u.test(name)) {
    return [
      `名称“${name}”须为 2 至 30 个小写字母或数字，以字母开头，如 wangping · The name “${name}” must be 2 to 30 lower-case letters or digits and start with a letter, e.g. wangping.`,
    ];
  }
  const listed = subgraphs.find((listing) => listing.name === name);
  if (listed) {
    return [
      `${listing(listed)} 已在 subgraphs/list.ts 中，未写入 · ${name} is in subgraphs/list.ts already. Nothing was written.`,
    ];
  }
  if (isReserved(name) || rootFields.includes(name) || parts.includes(name)) {
    return [`名称“${name}”已有他用，请另取一个 · The name “${name}” is in use. Choose another name.`];
  }
  if (hasFolder(name)) {
    return [
      `subgraphs/${name} 已存在；请移走或另取名称 · subgraphs/${name} exists. Move it away or choose another name.`,
    ];
  }
  return [];
}

const listing = ({ title, name }: SubgraphListing): string => `${title}（${name}）`;

function titleProblems(title: string, subgraphs: readonly SubgraphListing[]): readonly string[] {
  const endings = KINDS.map(([ending]) => ending);
  // Radicals look like characters, and are none.
  const name = new RegExp(`^\\p{Unified_Ideograph}{1,16}(${endings.join('|')})$`, 'u');
  const taken = subgraphs.find((listed) => looksSame(listed.title, title));
  if (!taken && !name.test(title)) {
    const form = comparisonForm(title);
    const example = name.test(form) ? form : '王平镇';
    return [
      `“${title}”须为以${endings.join('、')}结尾的中文名称，由通用汉字组成，如 ${example} · “${title}” must be a Chinese name in common characters that ends in ${endings.join(', ')}, e.g. ${example}.`,
    ];
  }
  return taken
    ? [`${listing(taken)} 已有此名 · The Chinese name ${title} is used by ${taken.name}. Choose another.`]
    : [];
}

function codeProblems(code: string, subgraphs: readonly SubgraphListing[]): readonly string[] {
  const refusal = checkStreetDivisionCode(code);
  if (refusal) return [`${refusal.message.zh} · ${refusal.message.en}`];
  const taken = subgraphs.find(({ divisionCode }) => divisionCode === code);
  return taken
    ? [
        `区划代码 ${code} 属于${listing(taken)} · The division code ${code} is used by ${taken.name}. Correct it.`,
      ]
    : [];
}

function portProblems(given: string | undefined, subgraphs: readonly SubgraphListing[]): readonly string[] {
  if (given === undefined) return [];
  const port = Number(given);
  if (!/^\d+$/u.test(given) || port < FIRST_PORT || port > LAST_PORT) {
    return [
      `--port 须为 ${FIRST_PORT} 至 ${LAST_PORT} 的整数，而不是“${given}” · --port must be an integer from ${FIRST_PORT} to ${LAST_PORT}, not “${given}”.`,
    ];
  }
  return portsOf(subgraphs).has(port)
    ? [`端口 ${given} 已有他用 · The port ${given} is in use. Choose another.`]
    : [];
}

const portsOf = (subgraphs: readonly SubgraphListing[]): ReadonlySet<number> =>
  new Set([...RESERVED_PORTS, ...subgraphs.map(({ port }) => port)]);

/** The first free port after those of the streets. */
function freePort(subgraphs: readonly SubgraphListing[]): number {
  const taken = portsOf(subgraphs);
  const streets = subgraphs.filter(({ name }) => name !== DISTRICT.name);
  let port = Math.max(...streets.map((each) => each.port)) + 1;
  while (taken.has(port)) port += 1;
  return port;
}

/** `Wangping Town` for wangping and 王平镇. */
function englishName(name: string, title: string): string {
  const [, kind = ''] = KINDS.find(([ending]) => title.endsWith(ending)) ?? [];
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${kind}`;
}
