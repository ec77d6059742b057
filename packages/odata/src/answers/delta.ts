import { positionOf, streetsWithout, within, type Snapshot } from '@mtg/bi-doors';
import { columnNamed, Parameters, readPosition, rowsSql, writePosition } from '@mtg/dataset-query';
import type { Dataset } from '@mtg/datasets';
import { conditionOf, contextColumns, selected, type Asked } from '../request/asked';
import { entityId, linkTo } from '../request/links';
import { ODataProblem } from '../request/problem';
import type { Answer } from './answer';
import { writePage } from './page';
import { portions, type Raw } from './raw';
import { controlOf, headOf, keyOf } from './rows';
import { rowWriter } from './write-row';

/** A page of the changes since a position: changed rows, and those that are gone or no longer meet the filter. */
export async function deltaAnswer(
  asked: Asked,
  dataset: Dataset,
  token: string,
  { client, freshness, streets, parts }: Snapshot,
): Promise<Answer> {
  const { reader, root, options, format, preferences } = asked;
  const since = readPosition(token, streets, '$deltatoken');
  const now = positionOf(freshness);
  requireKnown(streetsWithout(since, { freshness }));
  const chosen = selected(dataset, options);
  const position = columnNamed(dataset, 'position', '$deltatoken');
  const read = [...new Set([...chosen, ...keyOf(dataset), position])];
  const { pageSize: size } = preferences;
  const leaving = conditionOf(options);
  const parameters = new Parameters();
  const text = rowsSql(
    { dataset, select: read, filter: within(reader, dataset), since, leaving, limit: size + 1, parts },
    streets,
    parameters,
  );
  const [street = 0, id = 0] = keyOf(dataset).map((column) => read.indexOf(column));
  const [at, removed] = [read.indexOf(position), read.length];
  const reached = new Map(since);
  const write = rowWriter(chosen, format, controlOf(asked, dataset, read));
  const gone = removedWriter(asked, dataset, leaving ? 'changed' : 'deleted');
  const context = `${root}$metadata#${dataset.name}${contextColumns(options, chosen)}/$delta`;
  return {
    isPage: true,
    isTracked: true,
    body: writePage(portions(client, text, parameters.values), {
      head: headOf(format.level === 'none' ? undefined : context, undefined, false),
      row: (row) => (row[removed] === 't' ? gone(row[street] ?? '', row[id] ?? '') : write(row)),
      seen: (row: Raw) => reached.set(row[street] ?? '', BigInt(row[at] ?? 0)),
      size,
      tail: (_, hasMore) => {
        const next = writePosition(hasMore ? reached : new Map([...reached, ...now]));
        const link = linkTo(root, dataset, options, { $deltatoken: next === '' ? '0' : next });
        return `,"@odata.${hasMore ? 'nextLink' : 'deltaLink'}":${JSON.stringify(link)}}`;
      },
    }),
  };
}

function requireKnown(lost: readonly string[]): void {
  if (lost.length === 0) return;
  throw new ODataProblem(
    410,
    'CONFLICT',
    {
      zh: `以下街道的变更位置已不存在：${lost.join('、')}。请重新读取整个数据集`,
      en: `These streets no longer have this position: ${lost.join(', ')}. Read the whole dataset again`,
    },
    '$deltatoken',
  );
}

/** Version 4.0 writes what is gone in a shape of its own. */
function removedWriter(
  { root, format }: Asked,
  dataset: Dataset,
  reason: 'changed' | 'deleted',
): (street: string, id: string) => string {
  if (format.version === '4.0') {
    const context = `${root}$metadata#${dataset.name}/$deletedEntity`;
    return (street, id) =>
      JSON.stringify({ '@odata.context': context, id: `${root}${entityId(dataset, street, id)}`, reason });
  }
  return (street, id) =>
    JSON.stringify({
      '@removed': { reason },
      '@id': `${root}${entityId(dataset, street, id)}`,
      street,
      id,
    });
}
