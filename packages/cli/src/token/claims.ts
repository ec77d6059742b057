import { actorOf, ROLE_ENTRIES, ROLES, type Actor } from '@mtg/access';
import { EXIT } from '@mtg/service-kit/basics';
import { isCenterType } from '@mtg/governance';
import { DISTRICT, findStreet, STREETS } from '@mtg/subgraphs';
import { CommandFailure } from '../command-failure';
import { listedCodes, listedLocalCenters } from './listed-codes';

/** Claims of the token, as given on the command line. */
export interface GivenClaims {
  readonly role: string;
  readonly street?: string;
  readonly center?: string;
  readonly community?: string;
  readonly department?: string;
  readonly subject?: string;
  readonly name?: string;
}

/** `center-head` and `health` as people type them: CENTER_HEAD, HEALTH. */
const code = (text: string): string => text.trim().toUpperCase().replaceAll('-', '_');

/**
 * The actor that a command line means, by the same check as a token's claims.
 *
 * @throws CommandFailure with exit code 2, saying all that is wrong
 */
export function actorFrom(given: GivenClaims): Actor {
  const { community, name } = given;
  const role = code(given.role);
  const codes = [given.street, given.center, given.department].map((text) => text && code(text));
  const [street, center, department] = codes;
  const subject = given.subject ?? defaultSubject(role, street, center, community, department);
  const claims = { sub: subject, name, role, street, center, community, department };
  const { actor, problems = [] } = actorOf(claims);
  const sentences = [
    ...problems.map(({ claim, message }) => `${optionOf(claim)}: ${message.zh} · ${message.en}`),
    // Where a claim is wrong in itself it has been said.
    ...(problems.length === 0 ? placeProblems(street, community) : []),
  ];
  if (actor && sentences.length === 0) return actor;
  throw new CommandFailure(EXIT.USAGE, sentences.join('\n'));
}

const optionOf = (claim: string): string => `--${claim === 'sub' ? 'subject' : claim}`;

/** The same for the same capacity, so that what was done today is found tomorrow as one's own. */
const defaultSubject = (role: string, ...scope: readonly (string | undefined)[]): string =>
  [role, ...scope]
    .filter((part) => part !== undefined)
    .join('.')
    .toLowerCase()
    .replaceAll('_', '-');

/** A token for a place that does not exist would be of no use, and look as if it were. */
function placeProblems(street: string | undefined, community: string | undefined): readonly string[] {
  if (street === undefined) return [];
  const listing = findStreet(street);
  if (!listing) return [unknownStreet(street)];
  const { title, divisionCode } = listing;
  if (community === undefined || community.startsWith(divisionCode)) return [];
  return [
    `--community: ${community} 不在${title}；其社区代码以 ${divisionCode} 开头 · is not in ${street}. Codes of its communities begin with ${divisionCode}`,
  ];
}

const unknownStreet = (given: string): string =>
  `--street: 没有街道“${given}”；可选 · unknown street "${given}". Choose from: ${STREETS.map(({ code: each }) => each).join(', ')}`;

/**
 * Notice about a token for a place that the reference files do not list: it may have been imported since
 * (`mtg import`), or be mistyped.
 */
export function notesOn({ street, center, community, department }: Actor): readonly string[] {
  const listing = street === undefined ? undefined : findStreet(street);
  return [
    // R34: every street has the seven; others are its own, of its reference data or added since.
    ...(center && listing && !isCenterType(center) && !listedLocalCenters(listing).includes(center)
      ? [unlistedCenter(center)]
      : []),
    ...(community && listing && !listedCodes(listing, 'communities').includes(community)
      ? [unlisted('--community', community)]
      : []),
    ...(department && !listedCodes(DISTRICT, 'departments').includes(department)
      ? [unlisted('--department', department)]
      : []),
  ];
}

const unlisted = (option: string, code: string): string =>
  `${option}: 参考数据没有列出 ${code}；若未曾导入（mtg import），请更正 · ${code} is not in the reference data. Correct it unless it was imported (mtg import)`;

/** A street adds centers by a command too. */
const unlistedCenter = (center: string): string =>
  `--center: 参考数据没有列出 ${center}；若街道未曾增设（addLocalCenter），请更正 · ${center} is not in the reference data. Correct it unless the street added it (addLocalCenter)`;

/** The roles with what each needs, for `--help`. */
export const rolesHelp = (): string =>
  ROLES.map((role) => {
    const { label, required, optional } = ROLE_ENTRIES[role];
    const claims = [...required.map(optionOf), ...optional.map((claim) => `[${optionOf(claim)}]`)];
    const name = role.toLowerCase().replaceAll('_', '-');
    return `  ${name.padEnd(26)}${claims.join(' ').padEnd(24)}${label.zh} · ${label.en}`.trimEnd();
  }).join('\n');
