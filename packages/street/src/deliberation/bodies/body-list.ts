import { BODY_HEADS, MEMBER_CATEGORIES_OF, STREET_BODY_KINDS, type BodyKind } from '@mtg/governance';
import { shortNameSql } from '../../organization/short-name';
import { CITATIONS, endingOf, OF_COMMUNITIES } from './bodies';
import { Body } from './body';

/** The facts that follow from the kind of a body. No name of the vocabulary has a quotation mark. */
const ofKind = (kind: BodyKind): string => {
  const { position, offices } = BODY_HEADS[kind];
  const texts = [kind, endingOf(kind), position, CITATIONS[kind]].map((text) => `'${text}'::text`);
  const lists = [offices, MEMBER_CATEGORIES_OF[kind]].map((codes) => `'{${codes.join(',')}}'::text[]`);
  return `(${[...texts, ...lists].join(', ')})`;
};

const kinds = (of: readonly BodyKind[]): string =>
  `(VALUES ${of.map(ofKind).join(', ')}) AS known (kind, ending, head_position, citation, head_offices, member_categories)`;

const KNOWN = 'known.head_position, known.head_offices, known.member_categories, known.citation';

/**
 * The list of bodies for analysts, as SQL over the copied rows of the street and of its communities: no table holds them. The
 * body of a community has its id, so that it goes with it; those of the street have ids that follow from its own.
 */
export const BODY_LIST = {
  type: Body,
  /** The table whose rows it follows. */
  table: 'community',
  reads: {
    street: ['id', 'name', 'updated_at', 'deleted_at'],
    community: ['id', 'code', 'name', 'updated_at', 'deleted_at'],
  },
  /** Properties of the type, with their types in SQL. */
  properties: {
    code: 'text',
    kind: 'text',
    name: 'text',
    communityCode: 'text',
    headPosition: 'text',
    headOffices: 'text[]',
    memberCategories: 'text[]',
  },
  /** Properties that may have no value. */
  nullable: ['communityCode'],
  /**
   * @param named the SQL name of a table
   * @param feed the column with the position in the feed
   */
  sql: (named: (table: string) => string, feed: string): string => `(
    SELECT md5(known.kind || of_street.id)::uuid AS id, known.kind AS code, known.kind, of_street.name || known.ending AS name,
      NULL::text AS community_code, ${KNOWN}, of_street.updated_at, of_street.deleted_at, of_street.${feed}
    FROM ${named('street')} of_street CROSS JOIN ${kinds(STREET_BODY_KINDS)}
    UNION ALL
    SELECT of_community.id, known.kind || ':' || of_community.code, known.kind, ${shortNameSql('of_community.name')} || known.ending,
      of_community.code, ${KNOWN}, of_community.updated_at, of_community.deleted_at, of_community.${feed}
    FROM ${named('community')} of_community CROSS JOIN ${kinds([OF_COMMUNITIES])})`,
} as const;
