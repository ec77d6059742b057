import type { Doors, Reader, Snapshot } from '@mtg/bi-doors';
import type { Dataset } from '@mtg/datasets';
import { searchOf } from '@mtg/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerFrom, type Answer } from './answers/answer';
import { compressed } from './answers/compressed';
import { deltaAnswer } from './answers/delta';
import { groupsAnswer } from './answers/groups';
import { rowAnswer } from './answers/row';
import { countOf } from './answers/count';
import { rowsAnswer } from './answers/rows';
import { sendProblem } from './answers/send-problem';
import { csdlJson } from './metadata/csdl-json';
import { csdlXml } from './metadata/csdl-xml';
import { serviceDocument } from './metadata/service-document';
import { isGrouped, parseApply } from './request/apply';
import type { Asked } from './request/asked';
import { jsonType, readFormat } from './request/format';
import { rootOf } from './request/links';
import { readOptions, requireOptionsOfRow } from './request/options';
import { readPreferences } from './request/preferences';
import { notOffered } from './request/problem';
import { readResource, type Resource } from './request/resource';

const METHODS = ['GET', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Mounts an OData 4.01 service that reads, at `/odata/`.
 *
 * @example
 * mountOData(app, doors);
 * // GET /odata/work_orders?$filter=overdue&$orderby=deadline&$top=100
 */
export function mountOData(app: FastifyInstance, doors: Doors): void {
  void app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
    scope.addHook('onRequest', async ({ method, headers }, reply) => {
      reply.header('odata-version', Number(headers['odata-maxversion']) === 4 ? '4.0' : '4.01');
      if (method === 'GET' || method === 'HEAD') return undefined;
      if (method === 'OPTIONS') return reply.code(204).header('allow', 'GET, HEAD, OPTIONS').send();
      throw notOffered(method, {
        zh: '本服务只读，请用 GET；写入请用 POST /graphql',
        en: 'This service only reads. Use GET, and POST /graphql to write',
      });
    });
    for (const url of ['/odata', '/odata/*']) {
      scope.route({ method: METHODS, url, handler: (request, reply) => answer(doors, request, reply) });
    }
  });
}

async function answer(doors: Doors, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { raw, headers } = request;
  const [path = ''] = (raw.url ?? '').split('?');
  const reader = await doors.authenticate(headers.authorization);
  const resource = readResource(path, doors.datasets);
  const options = readOptions(searchOf(raw.url ?? ''));
  if (resource.kind === 'ROW') requireOptionsOfRow(options);
  const asked: Asked = {
    doors,
    reader,
    root: rootOf(request),
    options,
    format: readFormat(headers, options.given.get('format'), resource.kind),
    preferences: readPreferences(headers),
  };
  if (resource.kind === 'SERVICE' || resource.kind === 'METADATA')
    return sendModel(asked, resource.kind, reply);
  return answerFrom(asked, resource.dataset, reply, async (snapshot) => answerOf(asked, resource, snapshot));
}

/** Names and types: of what the reader may read. */
function sendModel(
  { doors, reader, root, format }: Asked,
  kind: 'SERVICE' | 'METADATA',
  reply: FastifyReply,
): FastifyReply {
  const datasets = doors.datasets.filter(isReadBy(reader));
  if (kind === 'SERVICE') {
    const body = serviceDocument(root, datasets, format.level);
    return reply.header('content-type', jsonType(format)).send(body);
  }
  const isXml = format.media === 'XML';
  const text = isXml ? csdlXml(datasets, format.version) : csdlJson(datasets);
  reply.header('content-type', `application/${isXml ? 'xml' : 'json'};charset=utf-8`);
  return reply.send(compressed([text], reply));
}

const isReadBy =
  (reader: Reader) =>
  (dataset: Dataset): boolean =>
    reader.refusal(dataset) === undefined;

type OfDataset = Extract<Resource, { dataset: Dataset }>;

async function answerOf(asked: Asked, resource: OfDataset, snapshot: Snapshot): Promise<Answer> {
  const { options } = asked;
  const { dataset } = resource;
  if (resource.kind === 'ROW') return rowAnswer(asked, dataset, resource.key, snapshot);
  const apply = parseApply(dataset, options.given.get('apply'));
  if (resource.kind === 'COUNT') {
    return { body: await countOf(asked, dataset, apply, snapshot), type: 'text/plain;charset=utf-8' };
  }
  const token = options.given.get('deltatoken');
  if (token !== undefined) return deltaAnswer(asked, dataset, token, snapshot);
  return isGrouped(apply)
    ? groupsAnswer(asked, dataset, apply, snapshot)
    : rowsAnswer(asked, dataset, apply.filters, snapshot);
}
