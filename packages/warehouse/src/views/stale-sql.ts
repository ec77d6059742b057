import { escapeLiteral } from 'pg';

/** SQL of whether the rows of a source are not current: it is not followed, or was last heard of longer ago. */
export const staleSql = (source: string, afterSeconds: number): string =>
  `(SELECT coalesce(bool_and(source.state <> 'FOLLOWING' OR source.fresh_at IS NULL OR source.fresh_at < now() - interval '${afterSeconds} seconds'), true)
    FROM warehouse.source AS source WHERE source.name = ${escapeLiteral(source)})`;
