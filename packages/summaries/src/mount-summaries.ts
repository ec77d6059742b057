import {
  datasetNamed,
  freshnessHeaders,
  goneSignal,
  openSnapshot,
  sendRefusal,
  within,
  type Doors,
} from '@mtg/bi-doors';
import { aggregateSql, Parameters } from '@mtg/dataset-query';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readSummary, summaryColumns, type SummaryFormat } from './summary-request';
import { writeCsv, type Row } from './write-csv';

interface Named {
  readonly Params: { readonly dataset: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

/** `GET /bi/{dataset}/summary.json` and `.csv`: measures of a dataset by groups. */
export function mountSummaries(app: FastifyInstance, doors: Doors): void {
  for (const format of ['json', 'csv'] as const) {
    app.get<Named>(`/bi/:dataset/summary.${format}`, async (request, reply) => {
      try {
        return await answer(request, reply, doors, format);
      } catch (error) {
        return sendRefusal(error, request, reply);
      }
    });
  }
}

async function answer(
  request: FastifyRequest<Named>,
  reply: FastifyReply,
  doors: Doors,
  format: SummaryFormat,
): Promise<FastifyReply> {
  const reader = await doors.authenticate(request.headers.authorization);
  const dataset = datasetNamed(doors.datasets, request.params.dataset);
  const asked = readSummary(dataset, request.query, format);
  const snapshot = await openSnapshot(doors, reader, dataset, {
    gone: goneSignal(reply),
    strict: asked.strict,
    filter: asked.filter,
  });
  let found: readonly Row[];
  try {
    const { parts } = snapshot;
    const binder = new Parameters();
    const filter = within(reader, dataset, asked.filter);
    const statement = aggregateSql(
      { ...asked, orderField: 'order', first: asked.first + 1, filter, parts },
      binder,
    );
    // As JSON, so that each value comes in the form that JSON has for it.
    const text = `SELECT coalesce(json_agg(answer), '[]'::json) AS rows FROM (${statement}) AS answer`;
    const result = await snapshot.client.query<{ rows: readonly Row[] }>(text, binder.values);
    found = result.rows[0]?.rows ?? [];
  } finally {
    await snapshot.end();
  }
  const { freshness } = snapshot;
  const columns = summaryColumns(asked);
  const rows = found.slice(0, asked.first);
  const hasMore = found.length > rows.length;
  reply.headers({
    ...freshnessHeaders(freshness),
    'bi-has-more': String(hasMore),
    'cache-control': 'private, no-cache',
  });
  if (format === 'csv') {
    return reply.type('text/csv; charset=utf-8; header=present').send(writeCsv(asked, columns, rows));
  }
  return reply.send({
    dataset: dataset.name,
    columns,
    rows,
    hasMore,
    freshness: freshness.map(({ street, state, freshAt }) => ({ street, state, freshAt })),
  });
}
