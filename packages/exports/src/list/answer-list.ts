import {
  freshnessHeaders,
  isStale,
  readFreshness,
  takeConnection,
  type Doors,
  type Freshness,
  type Reader,
} from '@mtg/bi-doors';
import { QueryProblem } from '@mtg/dataset-query';
import { DISTRICT_CODE, englishUnit, type Dataset, type DatasetColumn, type Measure } from '@mtg/datasets';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FORMATS } from '../request/formats';

/** Answers with the datasets that the reader may read, for programs that look around. */
export async function answerList(
  doors: Doors,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const reader = await doors.authenticate(request.headers.authorization);
  // Fastify makes an object of the parameters.
  const [parameter] = Object.keys(request.query as object);
  if (parameter !== undefined) {
    throw new QueryProblem(parameter, {
      zh: '数据集列表没有参数，请去掉',
      en: 'the list of datasets takes no parameters. Leave it out',
    });
  }
  const freshness = await freshnessFor(doors, reader);
  const datasets = doors.datasets.filter((dataset) => !reader.refusal(dataset)).map(describe);
  return reply
    .headers({
      ...freshnessHeaders(freshness),
      'cache-control': 'private, no-cache',
      vary: 'authorization, accept-encoding',
    })
    .send({ datasets, freshness: freshness.map((each) => tell(doors, each)) });
}

async function freshnessFor({ pool }: Doors, { street }: Reader): Promise<readonly Freshness[]> {
  const client = await takeConnection(pool);
  try {
    const all = await readFreshness(client);
    return all.filter((each) => street === undefined || [street, DISTRICT_CODE].includes(each.street));
  } finally {
    client.release();
  }
}

const tell = ({ sources }: Doors, { position, firstPosition, ...freshness }: Freshness) => ({
  ...freshness,
  name: sources.find(({ code }) => code === freshness.street)?.title ?? freshness.street,
  stale: isStale(freshness),
  position: String(position),
  firstPosition: String(firstPosition),
});

const describe = ({ name, type, zh, en, owner, columns, measures }: Dataset) => ({
  name,
  type,
  zh,
  en,
  owner,
  formats: FORMATS,
  files: FORMATS.map((format) => `/bi/${name}.${format}`),
  columns: columns.map(describeColumn),
  measures: measures.map(describeMeasure),
});

const describeColumn = ({
  name,
  sql,
  nullable,
  role,
  zh,
  en,
  description,
  unit,
  choices,
}: DatasetColumn) => ({
  name,
  type: sql,
  nullable,
  role,
  zh,
  en,
  description,
  unit,
  unitEn: englishUnit(unit),
  choices,
});

const describeMeasure = ({ name, sql, zh, en, description, unit }: Measure) => ({
  name,
  type: sql,
  zh,
  en,
  description,
  unit,
  unitEn: englishUnit(unit),
});
