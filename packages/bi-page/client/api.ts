import type { Catalogue, Row, Summary } from './catalogue';

/** A refusal of a door, in its own words. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const KEY = 'bi-authorization';

/** The header that the page sends; it is forgotten with the tab. */
export const authorization = {
  get: (): string => sessionStorage.getItem(KEY) ?? '',
  set: (value: string): void => sessionStorage.setItem(KEY, value),
};

/** Basic for a name with its key, Bearer for a token. */
export function headerFor(name: string, secret: string): string {
  if (name === '') return `Bearer ${secret}`;
  const bytes = new TextEncoder().encode(`${name}:${secret}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/** True for an answer that is no longer wanted. */
export const isAborted = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';

/**
 * Asks a door below the page's own address.
 *
 * @throws Refused if it refuses, or cannot be reached
 */
export async function ask(path: string, signal?: AbortSignal): Promise<Response> {
  const header = authorization.get();
  const headers: Record<string, string> = header === '' ? {} : { authorization: header };
  const response = await fetch(path, { headers, ...(signal && { signal }) }).catch((error: unknown) => {
    if (isAborted(error)) throw error;
    throw new Refused(
      0,
      '无法连接服务器，请检查网络后重试 · The server cannot be reached. Check the network and retry',
    );
  });
  if (response.ok) return response;
  const body = (await response.json().catch(() => ({}))) as {
    errors?: readonly { message: string }[];
  };
  throw new Refused(response.status, body.errors?.[0]?.message ?? `HTTP ${response.status}`);
}

export const readCatalogue = async (signal?: AbortSignal): Promise<Catalogue> => ({
  ...((await (await ask('datasets.json', signal)).json()) as Omit<Catalogue, 'readAt'>),
  readAt: Date.now(),
});

export async function readRows(
  dataset: string,
  parameters: URLSearchParams,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  const text = await (await ask(`${dataset}.jsonl?${parameters}`, signal)).text();
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

export const readSummary = async (
  dataset: string,
  parameters: URLSearchParams,
  signal: AbortSignal,
): Promise<Summary> => (await (await ask(`${dataset}/summary.json?${parameters}`, signal)).json()) as Summary;
