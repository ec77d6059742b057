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

/** Steps, nearest first, and whether there are more than were walked to. */
export interface Walk {
  readonly steps: readonly WalkedStep[];
  readonly truncated: boolean;
}

/** From the decision of a committee to the visit that carries it out are some ten; more is no chain of this street's. */
const LONGEST = 20;
/** A retreat leads to all the year's work; nobody reads more than this in one answer. */
const MOST_STEPS = 1000;
/** Ways into a step, of which there are more than steps; beyond it the walk itself stops, nearest first. */
const FURTHEST_WALK = 20_000;

/** Up to the origins, or down to the outcomes: where an edge is entered, where it leads, and how it is taken that way. */
const WAYS = {
  UP: { from: 'outcome_id', to: 'origin_id', how: 'up' },
  DOWN: { from: 'origin_id', to: 'outcome_id', how: 'down' },
} as const;

/**
 * The OFFSET has each step looked up by its id: joined, the views would be read whole, with all the street's rows. Types
 * stand in the text, so that PostgreSQL leaves out the tables of all others.
 */
function walkSql(way: keyof typeof WAYS, typeNames: readonly string[] | undefined): string {
  const { from, to, how } = WAYS[way];
  const ofTypes = typeNames ? `AND type_name IN (${typeNames.map((name) => `'${name}'`).join()})` : '';
  // Of all types, the nearest are known before they are looked up.
  const nearest = typeNames ? '' : `LIMIT ${MOST_STEPS + 1}`;
  return `
  WITH RECURSIVE walk (id, via, distance, ended) AS (
    SELECT $1::uuid, NULL::uuid, 0, false
    UNION
    SELECT edge.next, walk.id, walk.distance + 1, edge.how IN ('END', 'SIDE')
    FROM walk CROSS JOIN LATERAL (
      SELECT ${to} AS next, ${how} AS how FROM trace_edge WHERE ${from} = walk.id OFFSET 0
    ) AS edge
    WHERE walk.distance < ${LONGEST} AND NOT walk.ended
      AND (edge.how IN ('ON', 'END') OR edge.how IN ('NEAR', 'SIDE') AND walk.distance = 0)
  ), bounded AS (
    SELECT id, via, distance FROM walk LIMIT ${FURTHEST_WALK}
  ), reached AS (
    SELECT id, min(distance) AS distance, array_agg(DISTINCT via) AS via FROM bounded WHERE id <> $1 GROUP BY id
    ORDER BY min(distance), id ${nearest}
  ), step AS (
    SELECT node.*, distance, via FROM reached CROSS JOIN LATERAL (
      SELECT * FROM trace_node WHERE trace_node.id = reached.id ${ofTypes} OFFSET 0
    ) AS node
    ORDER BY distance, at, node.id LIMIT ${MOST_STEPS + 1}
  )
  SELECT step.id, type_name AS "typeName", left(title, 200) AS title, state, at, sample, distance, via, cut
  FROM (SELECT count(*) >= ${FURTHEST_WALK} AS cut FROM bounded) AS whole LEFT JOIN step ON true
  ORDER BY distance, at, step.id`;
}

/** The type of a thing; undefined when there is none of that id. */
export async function typeNameOf(database: DataSource, id: string): Promise<string | undefined> {
  const [node]: { readonly typeName: string }[] = await database.query(
    'SELECT type_name AS "typeName" FROM trace_node WHERE id = $1',
    [id],
  );
  return node?.typeName;
}

/**
 * What a thing came from (`UP`), or what came of it (`DOWN`), nearest first.
 *
 * @param typeNames of steps that are asked for, each a known one; all types without it
 */
export async function walk(
  database: DataSource,
  way: keyof typeof WAYS,
  id: string,
  typeNames?: readonly string[],
): Promise<Walk> {
  const rows: (WalkedStep & { readonly cut: boolean })[] = await database.query(walkSql(way, typeNames), [
    id,
  ]);
  // Without any step there is one row all the same, which says whether the walk was cut.
  const found = rows.filter((row) => row.id !== null);
  return {
    steps: found.slice(0, MOST_STEPS),
    truncated: found.length > MOST_STEPS || rows.some(({ cut }) => cut),
  };
}
