import { get } from 'node:http';

const LIMIT_MS = 5_000;

/** True when the address answers 200 within five seconds. */
export async function isReady(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    // No agent: a connection kept alive would delay the part's end.
    const request = get(url, { agent: false, timeout: LIMIT_MS }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy(new Error('timeout')));
    request.on('error', () => resolve(false));
  });
}
