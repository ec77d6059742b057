import { readPosition, type Position } from '@mtg/dataset-query';
import { refuse } from '@mtg/service-kit';
import type { Snapshot } from './snapshot';

/**
 * Streets whose feed does not have a position: a warehouse that was rebuilt counts from another beginning, so that changes since
 * then are unknown.
 */
export function streetsWithout(
  since: Position,
  { freshness }: Pick<Snapshot, 'freshness'>,
): readonly string[] {
  const known = new Map(freshness.map((each) => [each.street, each]));
  return [...since]
    .filter(([street, last]) => {
      const { firstPosition = 0n, position = 0n } = known.get(street) ?? {};
      return last > position || (last !== 0n && last < firstPosition - 1n);
    })
    .map(([street]) => street);
}

/**
 * Reads the position up to which a client has the rows.
 *
 * @throws QueryProblem for a text that is no position
 * @throws PublicError CONFLICT for a position that a street does not have
 */
export function readSince(text: string, snapshot: Pick<Snapshot, 'streets' | 'freshness'>): Position {
  const since = readPosition(text, snapshot.streets);
  const without = streetsWithout(since, snapshot);
  if (without.length === 0) return since;
  throw refuse.conflict(
    {
      zh: `以下街道没有 since 的变更位置：${without.join('、')}。请以 since=0 重新读取全部，代替已有的行`,
      en: `These streets do not have the position of “since”: ${without.join(', ')}. Read everything again with since=0, in place of your rows`,
    },
    { field: 'since' },
  );
}
