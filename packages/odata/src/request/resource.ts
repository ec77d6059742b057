import type { Dataset } from '@mtg/datasets';
import { badRequest, notOffered, unknownResource } from './problem';
import { splitAt } from './split';

/** The thing that an address below `/odata/` names. */
export type Resource =
  | { readonly kind: 'SERVICE' }
  | { readonly kind: 'METADATA' }
  | { readonly kind: 'ROWS'; readonly dataset: Dataset }
  | { readonly kind: 'COUNT'; readonly dataset: Dataset }
  | { readonly kind: 'ROW'; readonly dataset: Dataset; readonly key: RowKey };

/** Key of a row: its street, and its id, which alone is unique in the district. */
export interface RowKey {
  readonly street: string;
  readonly id: string;
}

const SEGMENT = /^([\p{L}_][\p{L}\p{N}_]*)(?:\((.*)\))?$/su;
const KEY_PART = /^(street|id)\s*=\s*(?:'((?:[^']|'')*)'|([\w-]+))$/;

/**
 * Reads an address.
 *
 * @param path as it was sent, e.g. `/odata/orders(street='DAYU',id=…)`
 * @throws ODataProblem for what is not there, or not offered
 */
export function readResource(path: string, datasets: readonly Dataset[]): Resource {
  const [first = '', ...rest] = segmentsOf(path);
  if (first === '') return { kind: 'SERVICE' };
  if (first === '$metadata' && rest.length === 0) return { kind: 'METADATA' };
  if (first.startsWith('$')) {
    throw notOffered(first, {
      zh: '请逐个读取数据集',
      en: 'Read the datasets one by one',
    });
  }
  const [, name = '', key] = SEGMENT.exec(first) ?? [];
  const dataset = datasets.find((each) => each.name === name);
  if (!dataset) throw unknownResource(first);
  const [further] = rest;
  if (key !== undefined && further === undefined) return { kind: 'ROW', dataset, key: keyOf(key) };
  if (key === undefined && further === undefined) return { kind: 'ROWS', dataset };
  if (key === undefined && further === '$count' && rest.length === 1) return { kind: 'COUNT', dataset };
  throw notOffered(rest.join('/'), {
    zh: '请读取整行，用 $select 选列',
    en: 'Read the whole row, and choose its columns by $select',
  });
}

function segmentsOf(path: string): readonly string[] {
  const parts = path
    .replace(/^\/odata\/?/, '')
    .replace(/\/$/, '')
    .split('/');
  try {
    return parts.map(decodeURIComponent);
  } catch {
    throw badRequest('URL', {
      zh: '地址须为 UTF-8 的百分号编码',
      en: 'The address must be percent-encoded UTF-8',
    });
  }
}

function keyOf(text: string): RowKey {
  const values = new Map(
    splitAt(text, ',').map((part): readonly [string, string] => {
      const [, name = '', quoted, bare = ''] = KEY_PART.exec(part) ?? [];
      return [name, quoted?.replaceAll("''", "'") ?? bare];
    }),
  );
  const [street, id] = [values.get('street'), values.get('id')];
  if (street === undefined || id === undefined || values.size !== 2) {
    throw badRequest('key', {
      zh: `键“${text}”有误，应为 street='DAYU',id=0198f0c0-0000-7000-8000-000000000000`,
      en: `The key “${text}” is wrong. Give street='DAYU',id=0198f0c0-0000-7000-8000-000000000000`,
    });
  }
  return { street, id };
}
