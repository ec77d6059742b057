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
  /** The size is one that the client asked for. */
  readonly isSized: boolean;
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
  return { pageSize, trackChanges, isSized };
}

/** The parts of an answer that preferences decide. */
export interface Applied {
  /** It is a page. */
  readonly isPage?: boolean;
  /** It, or a page after it, has a link to later changes. */
  readonly isTracked?: boolean;
}

/** The header that says which preferences an answer follows. */
export function appliedHeaders(
  { pageSize, isSized, trackChanges }: Preferences,
  { isPage = false, isTracked = false }: Applied,
): Readonly<Record<string, string>> {
  const applied = [
    ...(isPage && isSized ? [`odata.maxpagesize=${pageSize}`] : []),
    ...(isTracked && trackChanges ? ['odata.track-changes'] : []),
  ];
  return applied.length > 0 ? { 'preference-applied': applied.join(', ') } : {};
}
