import { writePosition, type Position } from '@mtg/dataset-query';
import type { ClientBase, Pool } from 'pg';

/** How fresh the rows of a source are. */
export interface Freshness {
  /** Code of the street, or `DISTRICT`. */
  readonly street: string;
  /** `FOLLOWING`, or why its rows are not current. */
  readonly state: string;
  /** Up to when the rows are complete; null before the first copy. */
  readonly freshAt: Date | null;
  readonly ageSeconds: number | null;
  /** Position of the last change. */
  readonly position: bigint;
  /** Position at which the feed began. It began elsewhere in a warehouse that was built before. */
  readonly firstPosition: bigint;
  readonly problemZh: string | null;
  readonly problemEn: string | null;
}

/** Reads how fresh each source is, within the transaction that reads the rows. */
export async function readFreshness(
  client: Pick<ClientBase, 'query'> | Pick<Pool, 'query'>,
): Promise<readonly Freshness[]> {
  const { rows } = await client.query<
    Omit<Freshness, 'position' | 'firstPosition'> & { position: string; firstPosition: string }
  >(
    `SELECT street, state, fresh_at AS "freshAt", age_seconds AS "ageSeconds", position::text,
       first_position::text AS "firstPosition", problem_zh AS "problemZh",
       problem_en AS "problemEn" FROM bi.freshness ORDER BY place`,
  );
  return rows.map((row) => ({
    ...row,
    position: BigInt(row.position),
    firstPosition: BigInt(row.firstPosition),
  }));
}

/** True for a source that is missing, not followed, or behind. */
export const isStale = ({ state, ageSeconds }: Pick<Freshness, 'state' | 'ageSeconds'>): boolean =>
  state !== 'FOLLOWING' || ageSeconds === null;

/** The position of an answer: what a client passes as `since` the next time. */
export const positionOf = (freshness: readonly Freshness[]): Position =>
  new Map(freshness.map(({ street, position }) => [street, position]));

/** A source as the headers of an answer tell of it. */
interface ToldSource {
  readonly street: string;
  readonly freshAt: Date | null;
  readonly stale: boolean;
}

/** Headers that say how fresh an answer was when its rows were read. A stale source is never left out. */
export function toldHeaders(
  sources: readonly ToldSource[],
  position: string,
): Readonly<Record<string, string>> {
  const stale = sources.filter((source) => source.stale).map(({ street }) => street);
  return {
    'bi-freshness': sources
      .map(({ street, freshAt }) => `${street}=${freshAt?.toISOString() ?? '-'}`)
      .join(', '),
    'bi-position': position,
    ...(stale.length > 0 && { 'bi-stale': stale.join(', ') }),
  };
}

/** The same of rows that are read now. */
export const freshnessHeaders = (freshness: readonly Freshness[]): Readonly<Record<string, string>> =>
  toldHeaders(
    freshness.map((each) => ({ ...each, stale: isStale(each) })),
    writePosition(positionOf(freshness)),
  );
