import {
  BODY_HEADS,
  BODY_KIND_LABELS,
  BodyKind,
  MEMBER_CATEGORIES_OF,
  STREET_BODY_KINDS,
} from '@mtg/governance';
import { listReference, toSource, type Repositories } from '@mtg/subgraph-kit';
import { Community } from '../../organization/community';
import { findCommunity } from '../../organization/organization.repository';
import type { StreetIdentity } from '../../foundation/street-profile';
import { Body } from './body';

export const OF_COMMUNITIES = BodyKind.ENLARGED_COMMUNITY_PARTY_COMMITTEE;

/** Where the study says of each kind of body that it exists and whom it has. */
export const CITATIONS: Readonly<Record<BodyKind, string>> = {
  ENLARGED_WORKING_COMMITTEE: 'seed:67',
  AREA_MANAGEMENT_COMMITTEE: 'seed:67',
  ENLARGED_COMMUNITY_PARTY_COMMITTEE: 'seed:67-76',
};

type Named = Pick<StreetIdentity, 'title'>;

/** The code of a body: its kind, and the community's code where it is a community's. */
const bodyCode = (kind: BodyKind, communityCode: string | null): string =>
  communityCode === null ? kind : `${kind}:${communityCode}`;

/** All bodies of a street: its two, then those of its communities in the order of their codes. */
export async function listBodies(database: Repositories, identity: Named): Promise<Body[]> {
  const communities = await listReference(database, Community, { orderBy: 'code' });
  return [
    ...STREET_BODY_KINDS.map((kind) => ofStreet(kind, identity)),
    ...communities.map((community) => ofCommunity(community)),
  ];
}

/** The body of a code; null when the street has none. */
export async function findBody(database: Repositories, identity: Named, code: string): Promise<Body | null> {
  const kind = STREET_BODY_KINDS.find((each) => each === code);
  if (kind) return ofStreet(kind, identity);
  const [prefix, communityCode] = code.split(':', 2);
  if (prefix !== OF_COMMUNITIES || communityCode === undefined) return null;
  const community = await findCommunity(database, communityCode);
  return community && bodyCode(OF_COMMUNITIES, community.code) === code ? ofCommunity(community) : null;
}

/** The words behind the name of the street or community. 街道大工委, after the street's own name, would say 街道 twice. */
export const endingOf = (kind: BodyKind): string => BODY_KIND_LABELS[kind].zh.replace(/^街道/u, '');

const ofStreet = (kind: (typeof STREET_BODY_KINDS)[number], { title }: Named): Body =>
  bodyOf(kind, null, `${title}${endingOf(kind)}`);

const ofCommunity = ({ code, shortName }: Community): Body =>
  bodyOf(OF_COMMUNITIES, code, `${shortName}${endingOf(OF_COMMUNITIES)}`);

const bodyOf = (kind: BodyKind, communityCode: string | null, name: string): Body =>
  Object.assign(new Body(), {
    code: bodyCode(kind, communityCode),
    kind,
    name,
    communityCode,
    headPosition: BODY_HEADS[kind].position,
    headOffices: BODY_HEADS[kind].offices,
    memberCategories: MEMBER_CATEGORIES_OF[kind],
    source: toSource(CITATIONS[kind]),
  });
