import type { Reader, Snapshot } from '@mtg/bi-doors';
import { LITERALS, rowsSql } from '@mtg/dataset-query';
import { refuse } from '@mtg/service-kit';
import type { ExportRequest } from '../request/parameters';
import { askedRows } from '../rows/asked-rows';
import { settleValues } from '../rows/file-values';
import { findPageEnd } from '../rows/page-end';
import { countForSheet, isTooLong, tooLongText } from './sheet-limit';
import { contentOf, type FileContent } from '../rows/file-content';

/** A file that could be written of a state of the warehouse. */
export interface PlannedFile {
  /** Rows that the database expects. */
  readonly expectedRows: number;
  /** The position up to which a client has everything when it has the file. */
  position(): Promise<string>;
  readonly content: FileContent;
}

/**
 * Checks what was asked against the warehouse, before a byte of it is written.
 *
 * @throws QueryProblem for a position or a cursor that does not fit
 * @throws PublicError for more rows than the format can have
 */
export async function planFile(
  snapshot: Snapshot,
  reader: Reader,
  request: ExportRequest,
): Promise<PlannedFile> {
  const rows = askedRows(snapshot, reader, request);
  const statement = rowsSql(rows, snapshot.streets, LITERALS);
  await settleValues(snapshot.client);
  const count = await countForSheet(snapshot, rows, request.format);
  if (isTooLong(count)) throw refuse.badArgument('format', tooLongText(request.dataset.name));
  return {
    expectedRows: await expectedRows(snapshot, statement),
    position: async () => (await findPageEnd(snapshot, rows)).position,
    content: contentOf(request, statement, count),
  };
}

interface Explained {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: { readonly 'Plan Rows': number } }];
}

async function expectedRows({ client }: Snapshot, statement: string): Promise<number> {
  const { rows } = await client.query<Explained>(`EXPLAIN (FORMAT JSON) ${statement}`);
  return Math.round(rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0);
}
