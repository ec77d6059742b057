import type { Dataset } from '@mtg/datasets';
import type { FastifyRequest } from 'fastify';
import type { Options } from './options';

/** Hosts that can stand in an address. A proxy that is trusted says which one the client used. */
const HOST = /^[\w.-]+(?::\d+)?$|^\[[\da-f:.]+\](?::\d+)?$/i;

/** Address of the service as the client knows it. */
export const rootOf = ({ protocol, host }: FastifyRequest): string =>
  HOST.test(host) ? `${protocol}://${host}/odata/` : '/odata/';

/** Options of the first page that the next ones keep; the count is told once. */
const KEPT = ['apply', 'filter', 'search', 'select', 'orderby', 'format'] as const;

/** Address of the rows of a dataset that goes on with what was asked. */
export function linkTo(
  root: string,
  { name }: Dataset,
  { given, strict }: Options,
  more: Readonly<Record<string, string | number | undefined>>,
): string {
  const kept = KEPT.flatMap((option) => {
    const value = given.get(option);
    return value === undefined ? [] : [[`$${option}`, value] as const];
  });
  const added = Object.entries(more).flatMap(([option, value]) =>
    value === undefined ? [] : [[option, String(value)] as const],
  );
  const all = [...kept, ...(strict ? [['strict', 'true'] as const] : []), ...added];
  return `${root}${name}?${all.map(([option, value]) => `${option}=${encodeURIComponent(value)}`).join('&')}`;
}

/** Address of a row, by its key. */
export const entityId = ({ name }: Dataset, street: string, id: string): string =>
  `${name}(street='${encodeURIComponent(street.replaceAll("'", "''"))}',id=${id})`;
