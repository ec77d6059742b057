import { attachment } from '@mtg/service-kit';
import { freshnessHeaders, type Freshness } from '@mtg/bi-doors';
import type { PageEnd } from '../rows/page-end';
import { contentTypeOf } from '../request/formats';
import type { ExportRequest } from '../request/parameters';

/** Headers of every answer about a file, also of one without content. */
export const commonHeaders = (
  tag: string | undefined,
  freshness: readonly Freshness[],
): Readonly<Record<string, string>> => ({
  ...freshnessHeaders(freshness),
  ...(tag !== undefined && { etag: tag }),
  'cache-control': 'private, no-cache',
  vary: 'authorization, accept-encoding',
});

/** Headers of a file. @param query parameters as they came, of which the address of the next page is made */
export function fileHeaders(
  { dataset, format }: Pick<ExportRequest, 'dataset' | 'format'>,
  { position, next }: PageEnd,
  query: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  return {
    'content-type': contentTypeOf(format),
    'content-disposition': attachment(`${dataset.name}.${format}`, `${dataset.zh}.${format}`),
    'bi-position': position,
    ...(next && { link: `<?${addressOf(query, next)}>; rel="next"` }),
  };
}

function addressOf(
  query: Readonly<Record<string, unknown>>,
  { name, value }: NonNullable<PageEnd['next']>,
): string {
  const parameters = new URLSearchParams();
  // All are texts: others have been refused.
  for (const [each, text] of Object.entries(query)) parameters.set(each, String(text));
  parameters.set(name, value);
  return parameters.toString();
}
