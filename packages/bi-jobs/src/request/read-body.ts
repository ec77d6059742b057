import { QueryProblem } from '@mtg/dataset-query';
import { fileNamed, readParameters, type ExportRequest } from '@mtg/exports';
import type { Dataset } from '@mtg/datasets';

/** A file as a job was asked for it. */
export interface AskedJob {
  readonly asked: ExportRequest;
  /** As an export takes them in its address. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** A body that is right, for messages. */
export const EXAMPLE = '{"dataset": "work_orders", "format": "csv", "filter": "overdue"}';

/**
 * Reads the body of a request for a job: dataset, format and the parameters of an export.
 *
 * @throws QueryProblem and PublicError as an export does, for the same things
 */
export function readBody(datasets: readonly Dataset[], body: unknown): AskedJob {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new QueryProblem('body', {
      zh: `须为 JSON 对象，例如 ${EXAMPLE}`,
      en: `must be a JSON object, e.g. ${EXAMPLE}`,
    });
  }
  const { dataset: name, format, ...rest } = body as Readonly<Record<string, unknown>>; // an object has keys
  const file = fileNamed(datasets, `${required('dataset', name)}.${required('format', format)}`);
  const parameters = Object.fromEntries(
    Object.entries(rest).flatMap(([parameter, value]) =>
      value === null ? [] : [[parameter, textOf(parameter, value)]],
    ),
  );
  return { asked: readParameters(file.dataset, file.format, parameters), parameters };
}

function required(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new QueryProblem(name, {
    zh: `缺少，或不是文字。例如 ${EXAMPLE}`,
    en: `is missing, or is no text. E.g. ${EXAMPLE}`,
  });
}

/** Numbers, booleans and lists of names are as good as the texts that an address has for them. */
function textOf(parameter: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string')) {
    return value.join(',');
  }
  throw new QueryProblem(parameter, {
    zh: '须为文字、数字、true/false，或名称的列表；请写成与导出地址中相同的形式',
    en: 'must be a text, a number, true or false, or a list of names. Write it as in the address of an export',
  });
}
