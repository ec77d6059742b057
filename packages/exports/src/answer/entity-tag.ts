import { createHash } from 'node:crypto';
import { writePosition } from '@mtg/dataset-query';
import { isStale, positionOf, type Freshness } from '@mtg/bi-doors';
import type { FileColumn } from '../rows/file-columns';

/** All that an answer follows from. */
interface AnswerOrigins {
  readonly dataset: string;
  readonly format: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly streets: readonly string[];
  readonly columns: readonly FileColumn[];
  readonly freshness: readonly Freshness[];
  /** Facts such as “overdue” change with the day. */
  readonly day: string;
}

/** The entity tag of an answer. Weak, since compressions of one answer differ. */
export function entityTag({ columns, freshness, query, ...origins }: AnswerOrigins): string {
  const parameters = Object.entries(query).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const labels = columns.map(({ name, sql, zh, en }) => [name, sql, zh, en]);
  const stale = freshness.filter(isStale).map(({ street }) => street);
  const digest = createHash('sha256')
    .update(JSON.stringify([origins, parameters, labels, writePosition(positionOf(freshness)), stale]))
    .digest('base64url');
  return `W/"${digest.slice(0, 27)}"`;
}
