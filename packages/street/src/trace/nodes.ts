import type { DataSource } from 'typeorm';

/** A thing of a chain, as the view of all of them gives it. */
export interface TraceNode {
  readonly id: string;
  readonly typeName: string;
  /** Its first 200 characters. */
  readonly title: string;
  readonly state: string | null;
  readonly at: Date;
  readonly sample: boolean;
}

/** DataLoader's batch function: the thing of each id, or null. */
export const nodesById =
  (database: DataSource) =>
  async (ids: readonly string[]): Promise<(TraceNode | null)[]> => {
    const found: TraceNode[] = await database.query(
      `SELECT id, type_name AS "typeName", left(title, 200) AS title, state, at, sample
       FROM trace_node WHERE id = ANY ($1)`,
      [ids],
    );
    const byId = new Map(found.map((node) => [node.id, node]));
    return ids.map((id) => byId.get(id) ?? null);
  };
