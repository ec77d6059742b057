import {
  encodingFor,
  endWhenStalled,
  goneSignal,
  namesTag,
  openSnapshot,
  type Doors,
  type Reader,
  type Snapshot,
} from '@mtg/bi-doors';
import { LITERALS, rowsSql } from '@mtg/dataset-query';
import { errorBody } from '@mtg/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contentOf } from '../rows/file-content';
import { sourceOf } from '../file/source-of';
import { fileNamed } from '../request/file-named';
import { isCompressed } from '../request/formats';
import { readParameters, type ExportRequest } from '../request/parameters';
import { askedRows } from '../rows/asked-rows';
import { fileColumns, type FileColumn } from '../rows/file-columns';
import { settleValues } from '../rows/file-values';
import { findPageEnd } from '../rows/page-end';
import { countForSheet, isTooLong, tooLongText } from '../file/sheet-limit';
import { entityTag } from './entity-tag';
import { commonHeaders, fileHeaders } from './headers';
import { streamOf } from './send-stream';

/** An answer that is being made. */
interface Exchange {
  readonly doors: Doors;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly asked: ExportRequest;
  readonly columns: readonly FileColumn[];
  readonly query: Readonly<Record<string, unknown>>;
}

/** Answers with a dataset as a file. */
export async function answerExport(
  doors: Doors,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const reader = await doors.authenticate(request.headers.authorization);
  // Fastify makes an object of each part of an address.
  const { file } = request.params as { readonly file: string };
  const query = request.query as Readonly<Record<string, unknown>>;
  const { dataset, format } = fileNamed(doors.datasets, file);
  const asked = readParameters(dataset, format, query);
  const snapshot = await openSnapshot(doors, reader, dataset, {
    gone: goneSignal(reply),
    strict: asked.strict,
    filter: asked.filter,
  });
  const exchange = { doors, request, reply, asked, columns: fileColumns(asked), query };
  try {
    return await answerFrom(snapshot, reader, exchange);
  } catch (error) {
    await snapshot.end(false);
    throw error;
  }
}

async function answerFrom(snapshot: Snapshot, reader: Reader, exchange: Exchange): Promise<FastifyReply> {
  const { doors, request, reply, asked, query } = exchange;
  const rows = askedRows(snapshot, reader, asked);
  const statement = rowsSql(rows, snapshot.streets, LITERALS);
  const day = await settleValues(snapshot.client);
  const tag = asked.isRepeatable ? tagOf(snapshot, exchange, day) : undefined;
  const common = commonHeaders(tag, snapshot.freshness);
  if (tag !== undefined && namesTag(request.headers['if-none-match'], tag)) {
    await snapshot.end();
    return reply.code(304).headers(common).send();
  }
  const count = await countForSheet(snapshot, rows, asked.format);
  if (isTooLong(count)) {
    await snapshot.end();
    return sendTooLong(asked, exchange);
  }
  const encoding = isCompressed(asked.format) ? undefined : encodingFor(request.headers['accept-encoding']);
  const headers = {
    ...common,
    ...fileHeaders(asked, await findPageEnd(snapshot, rows), query),
    ...(encoding && { 'content-encoding': encoding.name }),
  };
  if (request.method === 'HEAD') {
    await snapshot.end();
    return reply.headers(headers).send();
  }
  const { source, steps } = sourceOf(snapshot.client, contentOf(asked, statement, count));
  const body = await streamOf(source, encoding ? [...steps, encoding.create()] : steps, { snapshot, reply });
  endWhenStalled(reply, doors);
  return reply.headers(headers).send(body);
}

const tagOf = (
  { streets, freshness }: Snapshot,
  { asked: { dataset, format }, query, columns }: Exchange,
  day: string,
): string => entityTag({ dataset: dataset.name, format, query, streets, columns, freshness, day });

function sendTooLong({ dataset, limit }: ExportRequest, { request, reply }: Exchange): FastifyReply {
  const { zh, en } = tooLongText(dataset.name);
  return reply
    .code(413)
    .send(errorBody('BAD_USER_INPUT', `${zh} · ${en}`, { field: 'format', limit, requestId: request.id }));
}
