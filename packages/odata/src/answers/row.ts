import { within, type Snapshot } from '@mtg/bi-doors';
import { Parameters, rowsSql, type Condition } from '@mtg/dataset-query';
import type { Dataset } from '@mtg/datasets';
import { contextColumns, selected, type Asked } from '../request/asked';
import { ODataProblem } from '../request/problem';
import type { RowKey } from '../request/resource';
import type { Answer } from './answer';
import { readAll } from './raw';
import { controlOf, keyOf } from './rows';
import { rowWriter } from './write-row';

const isEqual = (name: string, text: string): Condition => ({
  kind: 'COMPARE',
  comparison: 'EQ',
  left: { kind: 'COLUMN', name },
  right: { kind: 'VALUE', literal: 'TEXT', text },
});

/**
 * One row by its key.
 *
 * @throws ODataProblem NOT_FOUND, also for a row that the reader does not see
 */
export async function rowAnswer(
  asked: Asked,
  dataset: Dataset,
  { street, id }: RowKey,
  { client, streets, parts }: Snapshot,
): Promise<Answer> {
  const { reader, root, options, format } = asked;
  const chosen = selected(dataset, options);
  const read = [...new Set([...chosen, ...keyOf(dataset)])];
  const parameters = new Parameters();
  const filter = within(reader, dataset, {
    kind: 'AND',
    conditions: [isEqual('street', street), isEqual('id', id)],
  });
  const text = rowsSql({ dataset, select: read, filter, order: [], limit: 1, parts }, streets, parameters);
  const [row] = await readAll(client, text, parameters.values);
  if (!row) {
    throw new ODataProblem(404, 'NOT_FOUND', {
      zh: `${dataset.name} 没有 street='${street}',id=${id} 这一行`,
      en: `${dataset.name} has no row with street='${street}',id=${id}`,
    });
  }
  const written = rowWriter(chosen, format, controlOf(asked, dataset, read))(row);
  if (format.level === 'none') return { body: written };
  const context = `${root}$metadata#${dataset.name}${contextColumns(options, chosen)}/$entity`;
  return { body: `{"@odata.context":${JSON.stringify(context)},${written.slice(1)}` };
}
