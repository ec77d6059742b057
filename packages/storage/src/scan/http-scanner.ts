import { request } from 'undici';
import type { Scanner } from './scanner';

const FOUND = 406;

/** A service that is sent the content by POST and answers 2xx for clean, 406 for infected. */
export const httpScanner =
  (url: string): Scanner =>
  async (content) => {
    const { statusCode, body } = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: content,
    });
    await body.dump();
    if (statusCode < 300) return 'CLEAN';
    if (statusCode === FOUND) return 'INFECTED';
    throw new Error(`the scanner answered ${statusCode}`);
  };
