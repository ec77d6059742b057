import type { DataSource } from 'typeorm';

/** A step as the views give it. */
export interface WalkedStep {
  readonly id: string;
  readonly typeName: string;
  readonly title: string;
  readonly state: string | null;
  readonly at: Date;
  readonly sample: boolean;
  readonly distance: number;
  readonly via: string[];
}

/** From the decision of a committee to the visit that carries it out are some ten; more is no chain of this street's. */
const LONGEST = 20;
/** A retreat leads to all the year's work; nobody reads more than this in one answer. */
const MOST_STEPS = 1000;

/** Ways into a step, of which there are more than steps; beyond it the walk itself stops, nearest first. */
const FURTHEST_WALK = 20_000;

/**
 * What is beside the way is shown to whoever asks of the thing itself, and not walked on from; what only records
 * something leads up from itself, and is shown below that thing alone.
 * The OFFSET has each step looked up by its id: joined, the views would be read whole, with all the street's rows.
 *
 * @param nearby what an edge says of itself when it is taken from the thing itself only
 */
const walkSql = (from: string, to: string, nearby: string) => `
  WITH RECURSIVE walk (id, via, distance, side) AS (
    SELECT $1::uuid, NULL::uuid, 0, false
    UNION
    SELECT edge.next, walk.id, walk.distance + 1, edge.side
    FROM walk CROSS JOIN LATERAL (
      SELECT ${to} AS next, side, ${nearby} AS nearby FROM trace_edge WHERE ${from} = walk.id OFFSET 0
    ) AS edge
    WHERE walk.distance < ${LONGEST} AND NOT walk.side AND (NOT edge.nearby OR walk.distance = 0)
  ), bounded AS (
    SELECT id, via, distance FROM walk LIMIT ${FURTHEST_WALK}
  ), reached AS (
    SELECT id, min(distance) AS distance, array_agg(DISTINCT via) AS via FROM bounded WHERE distance > 0 GROUP BY id
    ORDER BY min(distance), id LIMIT ${MOST_STEPS}
  )
  SELECT node.id, type_name AS "typeName", left(title, 200) AS title, state, at, sample, distance, via
  FROM reached CROSS JOIN LATERAL (SELECT * FROM trace_node WHERE trace_node.id = reached.id OFFSET 0) AS node
  ORDER BY distance, at, node.id`;

/** The type of a thing; undefined when there is none of that id. */
export async function typeNameOf(database: DataSource, id: string): Promise<string | undefined> {
  const [node]: { readonly typeName: string }[] = await database.query(
    'SELECT type_name AS "typeName" FROM trace_node WHERE id = $1',
    [id],
  );
  return node?.typeName;
}

/** What a thing came from, nearest first. */
export const walkUp = (database: DataSource, id: string): Promise<WalkedStep[]> =>
  database.query(walkSql('outcome_id', 'origin_id', 'side'), [id]);

/** What came of a thing, nearest first. */
export const walkDown = (database: DataSource, id: string): Promise<WalkedStep[]> =>
  database.query(walkSql('origin_id', 'outcome_id', 'side OR leaf'), [id]);
