import type { TransactionManager } from '@mtg/commands';
import {
  addDays,
  daysOf,
  localDay,
  looksSame,
  startOfDay,
  STREET_BODY_KINDS,
  type BodyKind,
  type LocalDay,
  type MemberUnit,
  type Year,
} from '@mtg/governance';
import { refuse } from '@mtg/subgraph-kit';

/**
 * Units represented by appointed members of the street's two bodies: the member units of the joint meeting. Sample meetings
 * have the units of sample members, and no others.
 *
 * @param year of which the members count that were in office at some time; those of now without it
 */
export const memberUnitsOf = (reader: Reader, year?: Year): Promise<readonly MemberUnit[]> =>
  unitsOf(reader, STREET_BODY_KINDS, year === undefined ? undefined : daysOf(year));

/** Units represented by members of one body who were in office on a day. */
export const memberUnitsOn = (
  reader: Reader,
  body: BodyKind,
  day: LocalDay,
): Promise<readonly MemberUnit[]> => unitsOf(reader, [body], { first: day, last: day });

/**
 * Member units of a meeting on its day: those of members who were in office then, which need not be those of today.
 *
 * @param day null, or one to come, for those of now
 */
export const unitsOfMeetingOn = (
  { manager, sample, now }: Reader & { readonly now: Date },
  day: LocalDay | null,
): Promise<readonly MemberUnit[]> =>
  day !== null && day < localDay(now)
    ? unitsOf({ manager, sample }, STREET_BODY_KINDS, { first: day, last: day })
    : memberUnitsOf({ manager, sample });

interface Reader {
  readonly manager: Pick<TransactionManager, 'query'>;
  readonly sample: boolean;
}

async function unitsOf(
  { manager, sample }: Reader,
  kinds: readonly BodyKind[],
  span: { readonly first: LocalDay; readonly last: LocalDay } | undefined,
): Promise<readonly MemberUnit[]> {
  const inOffice = span
    ? 'appointed_at < $3 AND (ended_at IS NULL OR ended_at >= $4)'
    : `state = 'APPOINTED'`;
  const rows: readonly { unit: string }[] = await manager.query(
    `SELECT DISTINCT ON (comparison_form(unit)) unit FROM body_member WHERE body_kind = ANY ($1) AND position = 'MEMBER' AND ${inOffice}
       AND unit IS NOT NULL
       AND sample = $2 AND deleted_at IS NULL ORDER BY comparison_form(unit), id`,
    [kinds, sample, ...(span ? [startOfDay(addDays(span.last, 1)), startOfDay(span.first)] : [])],
  );
  // Units are known by their names; the study keeps no register of them.
  return rows.map(({ unit }) => ({ id: unit, name: unit }));
}

/**
 * The name of a unit as its member has it.
 *
 * @param units of which it has to be one: those of the day or year that the input is about
 * @throws PublicError NOT_FOUND naming the field
 */
export function requireMemberUnit(units: readonly MemberUnit[], unit: string, path: string): string {
  const known = units.find(({ name }) => looksSame(name, unit));
  if (known) return known.name;
  throw refuse.notFound(path, {
    zh: `“${unit}”不是当时联席会议的成员单位：大工委、地管会当时在任的委员中没有该单位的代表。请使用 bodyMembers 中的单位名称`,
    en: `“${unit}” was no member unit of the joint meeting then: no member of the street’s two bodies in office at that time represents it. Use the unit of a member in \`bodyMembers\``,
  });
}
