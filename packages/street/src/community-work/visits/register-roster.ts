import { addDays, daysOf, type IsoWeek, type LocalDay } from '@mtg/governance';
import type { CenterLife } from '../../organization/center-lives';
import type { Leave } from '../../people/leave';
import type { Person } from '../../people/person';
import type { PostHolding } from '../../people/post-holding';
import type { Roster, StaffMember } from './roster';

/** The register of people, as far as R24 asks for it: records that were not cancelled. */
export interface Register {
  readonly people: readonly Pick<Person, 'id' | 'name' | 'subject'>[];
  /** Posts in centers that are the person’s own. Acting for another adds no visits to those of the own post. */
  readonly posts: readonly (Pick<PostHolding, 'personId' | 'since' | 'until'> & {
    readonly centerCode: string;
  })[];
  readonly leaves: readonly Pick<Leave, 'personId' | 'since' | 'until'>[];
}

const WEEK = [0, 1, 2, 3, 4, 5, 6];

/** The first day of which the register says who holds a post in a center; undefined while it says nothing. */
export const firstDayOf = ({ posts }: Register): LocalDay | undefined =>
  posts.map(({ since }) => since).toSorted()[0];

/** The register with posts held only while their center was there: a center that closes ends what was held in it. */
export const whileCentersWere = (
  register: Register,
  lives: ReadonlyMap<string, Pick<CenterLife, 'since' | 'until'>>,
): Register => ({
  ...register,
  posts: register.posts.flatMap((post) => {
    const life = lives.get(post.centerCode);
    const since = life?.since && life.since > post.since ? life.since : post.since;
    const until = earlier(post.until, life?.until ?? null);
    return until !== null && until < since ? [] : [{ ...post, since, until }];
  }),
});

/** The earlier of two last days; null is none. */
const earlier = (one: LocalDay | null, other: LocalDay | null): LocalDay | null =>
  one === null || (other !== null && other < one) ? other : one;

/**
 * Staff as the register has them: everybody with a post in a center on a day of the week. A person with posts in several
 * centers is asked once, in the center of the oldest post, and visits for each of these centers count.
 */
export const rosterOfRegister = (register: Register): Roster => ({
  staffIn: (week) => {
    const staff = register.people.flatMap((person) => staffMember(register, person, week) ?? []);
    return staff.map((member) => ({ ...member, name: nameAmong(staff, member) }));
  },
});

function staffMember(
  { posts, leaves }: Register,
  { id, name, subject }: Register['people'][number],
  week: IsoWeek,
): StaffMember | undefined {
  const span = daysOf(week);
  if (!span) return undefined;
  const own = posts
    .filter(
      (post) => post.personId === id && post.since <= span.last && (post.until ?? span.last) >= span.first,
    )
    .toSorted((one, other) => compare(one.since, other.since) || compare(one.centerCode, other.centerCode));
  const [main] = own;
  if (!main) return undefined;
  const away = leaves.filter(({ personId }) => personId === id);
  const absentDays = WEEK.map((offset) => addDays(span.first, offset)).filter(
    (day) => !own.some((post) => includes(post, day)) || away.some((leave) => includes(leave, day)),
  );
  const centers = [...new Set(own.map(({ centerCode }) => centerCode))];
  return { centerCode: main.centerCode, subject, name, centers, absentDays };
}

const includes = (
  term: { readonly since: LocalDay; readonly until: LocalDay | null },
  day: LocalDay,
): boolean => term.since <= day && (term.until ?? day) >= day;

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** The name, with the subject beside it where two people of a center have the same. */
function nameAmong(staff: readonly StaffMember[], { centerCode, name, subject }: StaffMember): string {
  const namesakes = staff.filter((each) => each.centerCode === centerCode && each.name === name);
  return namesakes.length > 1 ? `${name}（${subject}）` : name;
}
