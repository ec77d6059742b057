import { refuse } from '@mtg/service-kit';
import { isWithinTimeRange } from '@mtg/subgraph-kit';

/** A place in a list: the id alone, or the time of the last change and the id, as the list is ordered. */
export interface Place {
  readonly updatedAt: Date | null;
  readonly id: string;
}

const UUID_PATTERN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const writeCursor = ({ updatedAt, id }: Place): string =>
  Buffer.from(updatedAt ? `${updatedAt.getTime()} ${id}` : id).toString('base64url');

/** @throws PublicError BAD_USER_INPUT for a text that no list of this order has given out */
export function readCursor(cursor: string, argument: 'after' | 'before', byUpdate: boolean): Place {
  const parts = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const place: Place = {
    id: parts.at(-1) ?? '',
    updatedAt: parts.length > 1 ? new Date(Number(parts[0])) : null,
  };
  if (makesSense(place) && (place.updatedAt !== null) === byUpdate && writeCursor(place) === cursor) {
    return place;
  }
  throw refuse.badArgument(argument, {
    zh: '不是此列表给出的游标',
    en: 'is not a cursor that this list has given out',
  });
}

/** `new Date` takes Infinity and the like without a word; a database does not. And nothing changed before there were computers. */
const makesSense = ({ id, updatedAt }: Place): boolean =>
  UUID_PATTERN.test(id) && (updatedAt === null || (updatedAt.getTime() > 0 && isWithinTimeRange(updatedAt)));
