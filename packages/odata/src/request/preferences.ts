import type { IncomingHttpHeaders } from 'node:http';

/** Rows of a page without a preference. */
const PAGE_SIZE = 5000;
/** Rows of a page at most. */
const LARGEST_PAGE = 20_000;

/** Preferences of a client. */
export interface Preferences {
  readonly pageSize: number;
  /** A link that leads to later changes is wanted. */
  readonly trackChanges: boolean;
  /** Value of `Preference-Applied`; undefined without preferences that are known. */
  readonly applied: string | undefined;
}

/** Reads the header `Prefer`. What is not known in it is ignored, as it has to be. */
export function readPreferences({ prefer }: IncomingHttpHeaders): Preferences {
  const given = new Map(
    [prefer ?? '']
      .flat()
      .join(',')
      .split(/[,;]/)
      .map((part): readonly [string, string] => {
        const [name = '', value = ''] = part.split('=');
        return [
          name
            .trim()
            .toLowerCase()
            .replace(/^odata\./, ''),
          value.trim().replaceAll('"', ''),
        ];
      }),
  );
  const asked = given.get('maxpagesize') ?? '';
  const isSized = /^[1-9]\d{0,8}$/.test(asked);
  const pageSize = isSized ? Math.min(Number(asked), LARGEST_PAGE) : PAGE_SIZE;
  const trackChanges = given.has('track-changes');
  const applied = [
    ...(isSized ? [`odata.maxpagesize=${pageSize}`] : []),
    ...(trackChanges ? ['odata.track-changes'] : []),
  ].join(', ');
  return { pageSize, trackChanges, applied: applied === '' ? undefined : applied };
}
