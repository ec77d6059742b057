import type { EdgeTaken } from '@mtg/commands';
import { groupByKey } from '@mtg/subgraph-kit';
import type { DataSource } from 'typeorm';

/** One way from a thing to the next. */
interface Edge {
  readonly from: string;
  readonly next: string;
  readonly how: EdgeTaken;
}

/** The ways that lead on from a thing; some are missing when the request has been shown too many. */
export interface Edges {
  readonly edges: readonly Edge[];
  readonly cut: boolean;
}

/** Ways that one request may be shown in each direction: a list of 500 orders has some five thousand. */
const MOST_EDGES = 60_000;

/**
 * DataLoader's batch function: the ways on from each thing. An id among many is looked up by its index in each branch of the
 * view; joined, the branches would be read whole.
 */
const edgesBy = (from: string, to: string, how: string) => (database: DataSource) => {
  let left = MOST_EDGES;
  return async (ids: readonly string[]): Promise<Edges[]> => {
    const found: Edge[] = await database.query(
      `SELECT ${from} AS from, ${to} AS next, ${how} AS how FROM trace_edge
       WHERE ${from} = ANY ($1) AND ${how} <> 'NONE' LIMIT $2`,
      [ids, left],
    );
    const cut = found.length >= left;
    left -= found.length;
    return groupByKey(ids, found, (edge) => edge.from).map((edges) => ({ edges, cut }));
  };
};

/** To what a thing came from. */
export const edgesUp = edgesBy('outcome_id', 'origin_id', 'up');

/** Edges to the outcomes of an object. */
export const edgesDown = edgesBy('origin_id', 'outcome_id', 'down');
