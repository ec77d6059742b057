import { readSince, within, type Reader, type Snapshot } from '@mtg/bi-doors';
import type { RowsQuery } from '@mtg/dataset-query';
import type { ExportRequest } from '../request/parameters';

/** The rows of a file, kept to those that the reader may read. */
export const askedRows = (
  snapshot: Pick<Snapshot, 'streets' | 'freshness' | 'parts'>,
  reader: Reader,
  asked: ExportRequest,
): RowsQuery => ({
  dataset: asked.dataset,
  select: asked.select,
  filter: within(reader, asked.dataset, asked.filter),
  order: asked.order,
  after: asked.after,
  since: asked.since === undefined ? undefined : readSince(asked.since, snapshot),
  limit: asked.limit,
  parts: snapshot.parts,
});
