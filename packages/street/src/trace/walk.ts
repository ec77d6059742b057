import type { Edges } from './edges';

/** Objects reached by a walk, and the way to them. */
export interface Reached {
  readonly id: string;
  /** Steps from the thing itself; 1 is next to it. */
  readonly distance: number;
  /** Ids of the objects it was reached from. */
  readonly via: readonly string[];
}

/** Nearest first. */
export interface Walk {
  readonly reached: readonly Reached[];
  /** There is more than was walked to. */
  readonly truncated: boolean;
}

/** From the decision of a committee to the visit that carries it out are some ten; more is no chain of this street's. */
const LONGEST = 20;

/** Ways that one walk follows; beyond it the walk stops, nearest first. */
const MOST_FOLLOWED = 20_000;

/** Where a walk is. */
interface Progress {
  readonly distances: Map<string, number>;
  readonly via: Map<string, Set<string>>;
  readonly expanded: Set<string>;
  followed: number;
}

/**
 * Walks from one object to all objects linked to it in one direction, a level at a time, so that many walks at once ask
 * for their edges together.
 *
 * @param edgesOf the ways on from a thing, each asked for once
 * @param enough how many things are wanted; the walk ends with the level that brings more
 */
export async function walk(
  edgesOf: (ids: readonly string[]) => Promise<readonly Edges[]>,
  id: string,
  enough = Infinity,
): Promise<Walk> {
  const progress: Progress = { distances: new Map(), via: new Map(), expanded: new Set([id]), followed: 0 };
  let frontier: readonly string[] = [id];
  let truncated = false;
  for (let distance = 1; distance <= LONGEST && frontier.length > 0 && !truncated; distance += 1) {
    const found = await edgesOf(frontier);
    frontier = follow(found, distance, progress);
    progress.distances.delete(id);
    truncated =
      found.some(({ cut }) => cut) ||
      progress.followed >= MOST_FOLLOWED ||
      (progress.distances.size > enough && frontier.length > 0);
  }
  const reached = [...progress.distances].map(([reachedId, distance]) => ({
    id: reachedId,
    distance,
    via: [...(progress.via.get(reachedId) ?? [])],
  }));
  return { reached: reached.toSorted(byDistance), truncated };
}

const byDistance = (a: Reached, b: Reached): number => a.distance - b.distance || (a.id < b.id ? -1 : 1);

/** Takes one step along each edge. @returns the things to go on from */
function follow(found: readonly Edges[], distance: number, progress: Progress): readonly string[] {
  const frontier: string[] = [];
  for (const { edges } of found) {
    for (const { from, next, how } of edges) {
      const fromItself = how === 'NEAR' || how === 'SIDE';
      if ((fromItself && distance > 1) || progress.followed >= MOST_FOLLOWED) continue;
      progress.followed += 1;
      if (!progress.distances.has(next)) progress.distances.set(next, distance);
      const via = progress.via.get(next) ?? new Set();
      progress.via.set(next, via.add(from));
      const ends = how === 'END' || how === 'SIDE';
      if (ends || progress.expanded.has(next)) continue;
      progress.expanded.add(next);
      frontier.push(next);
    }
  }
  return frontier;
}
